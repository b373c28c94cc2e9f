package app.fragments.ui.report;

import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.ReadView;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.UiContext;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The Report tab with its actions, and the list of reports. On the FX thread.
public final class ReportModule {
  private final ReportsViewModel reports;
  private final ReportViewModel model;
  private final UiContext context;
  private final ScreenLoader screens;
  private @Nullable ReportController page;

  public ReportModule(UiContext context, ScreenLoader screens) {
    this.context = context;
    this.screens = screens;
    reports = new ReportsViewModel(context);
    model = new ReportViewModel(context, reports);
    screens
        .with(ReportController.class, () -> page = new ReportController(model, context))
        .with(
            ReportActionsController.class,
            () -> new ReportActionsController(model, reports, context));
  }

  public Parent pane() {
    return screens.load(FxmlFile.REPORT);
  }

  /// Finds words in the report; no-op if none is shown.
  public void find() {
    if (page != null) {
      page.find();
    }
  }

  /// A page that shows fragments as they read.
  public ReadView fragmentPage() {
    return new FragmentPage(context);
  }

  /// All reports, for the column of the list.
  public Parent list() {
    return new ReportsPane(context, reports, context.navigator()::showReport);
  }

  /// The buttons beside the tabs.
  public Parent actions() {
    return screens.load(FxmlFile.REPORT_ACTIONS);
  }

  public ReportViewModel model() {
    return model;
  }

  public ReportsViewModel reports() {
    return reports;
  }
}
