package app.fragments.ui.common;

import java.util.Locale;

/// The screens of the window. `WEAVE_BAR` is `fxml/weave-bar.fxml`.
public enum FxmlFile {
  BAR,
  STATUS,
  PANE,
  WELCOME,
  IMPORT,
  SIDEBAR,
  SHORTCUTS,
  CALENDAR,
  RANGE,
  EDITOR,
  EDITOR_ACTIONS,
  WEAVE_BAR,
  JOBS,
  CONSENT,
  REPORT,
  REPORT_ACTIONS,
  SETTINGS,
  ABOUT;

  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".fxml";
  }
}
