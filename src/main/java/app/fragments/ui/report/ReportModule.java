package app.fragments.ui.report;

import app.fragments.report.ReportId;
import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The Report tab with its actions, and the list of reports. Screens are loaded when first needed.
/// On the FX thread.
public final class ReportModule {
  private final ReportsViewModel reports;
  private final ReportViewModel model;
  private final FxmlScreens screens;
  private @Nullable Parent pane;
  private @Nullable Parent actions;

  public ReportModule(UiContext context, FxmlScreens screens) {
    this.screens = screens;
    reports = new ReportsViewModel(context);
    model = new ReportViewModel(context, reports);
    screens
        .with(ReportController.class, () -> new ReportController(model, context))
        .with(
            ReportActionsController.class,
            () -> new ReportActionsController(model, reports, context));
  }

  /// The content of the Report tab.
  public Parent pane() {
    Parent loaded = pane == null ? screens.load(Fxml.REPORT) : pane;
    pane = loaded;
    return loaded;
  }

  /// The actions to the right of the tabs while the Report tab is open.
  public Parent actions() {
    Parent loaded = actions == null ? screens.load(Fxml.REPORT_ACTIONS) : actions;
    actions = loaded;
    return loaded;
  }

  public ReportViewModel model() {
    return model;
  }

  public ReportsViewModel reports() {
    return reports;
  }

  /// Opens a report.
  public void show(ReportId id) {
    model.open(id);
  }
}
