package app.fragments.ui.report;

import app.fragments.job.JobId;
import app.fragments.report.ReportId;
import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import java.util.Objects;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The part of the window that shows reports: the Report tab with its actions, and the list of
/// reports. On the FX thread.
public final class ReportModule {
  private final ReportViewModel model;
  private final ReportsViewModel reports;
  private final FxmlScreens screens;
  private @Nullable Parent pane;
  private @Nullable Parent actions;

  public ReportModule(UiContext context, FxmlScreens screens) {
    this.screens = screens;
    model = new ReportViewModel(context);
    reports = new ReportsViewModel(context, this::deleted);
    screens
        .with(ReportController.class, () -> new ReportController(model, context))
        .with(
            ReportActionsController.class,
            () -> new ReportActionsController(model, reports, context));
  }

  /// What the Report tab holds; made when it is first asked for.
  public Parent pane() {
    Parent made = pane;
    if (made == null) {
      made = screens.load(Fxml.REPORT);
      pane = made;
    }
    return made;
  }

  /// What stands at the right of the tabs while the Report tab is open.
  public Parent actions() {
    Parent made = actions;
    if (made == null) {
      made = screens.load(Fxml.REPORT_ACTIONS);
      actions = made;
    }
    return made;
  }

  public ReportViewModel model() {
    return model;
  }

  public ReportsViewModel reports() {
    return reports;
  }

  /// Opens a kept report.
  public void show(ReportId id) {
    reports.markRead(id);
    model.open(id);
  }

  /// A job was submitted in this window: its text is shown as it comes.
  public void submitted(JobId job) {
    model.submitted(job);
  }

  /// Shows the text of a running job so far.
  public void preview(JobId job, String markdownSoFar) {
    model.preview(job, markdownSoFar);
  }

  /// A job has ended: there may be a report more.
  public void ended(JobId job) {
    model.ended(job);
    reports.refresh();
  }

  private void deleted(ReportId id) {
    if (Objects.equals(model.shown().orElse(null), id)) {
      model.close();
    }
  }
}
