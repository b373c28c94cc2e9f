package app.fragments.ui.common;

/// The map of all screens: one constant a file under `fxml/`.
public enum Fxml {
  BAR("bar.fxml"),
  STATUS("status.fxml"),
  PANE("pane.fxml"),
  WELCOME("welcome.fxml"),
  IMPORT("import.fxml"),
  SIDEBAR("sidebar.fxml"),
  SHORTCUTS("shortcuts.fxml"),
  CALENDAR("calendar.fxml"),
  RANGE("range.fxml"),
  EDITOR("editor.fxml"),
  EDITOR_ACTIONS("editor-actions.fxml"),
  WEAVE_BAR("weave-bar.fxml"),
  JOBS("jobs.fxml"),
  CONSENT("consent.fxml"),
  REPORT("report.fxml"),
  REPORT_ACTIONS("report-actions.fxml"),
  SETTINGS("settings.fxml"),
  ABOUT("about.fxml");

  private final String file;

  Fxml(String file) {
    this.file = file;
  }

  public String file() {
    return file;
  }
}
