package app.fragments.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobResult;
import app.fragments.job.Lease;
import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.ReportId;
import app.fragments.ui.FxThread;
import app.fragments.ui.parts.Week;
import app.fragments.ui.parts.WindowFixture;
import app.fragments.ui.weave.WeaveModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A job is completed, but its report is not saved yet, because the worker died in between or the
/// store became unreachable.
class UnsavedReportTest {
  private WindowFixture world;
  private ReportModule report;
  private ReportViewModel model;
  private WeaveModule weave;

  @BeforeEach
  void open() {
    FxThread.start();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          report = new ReportModule(world.context, world.screens);
          model = report.model();
          weave = world.weaveModule(report);
          world.navigator.onReport = model::open;
        });
  }

  @AfterEach
  void close() {
    FxThread.run(
        () -> {
          weave.close();
          world.close();
        });
  }

  @Test
  void a_report_is_shown_although_its_worker_died_before_saving_it() {
    JobId woven = completeWithoutSaving();

    awaitReport();

    FxThread.run(() -> report.reports().refresh());
    assertThat(FxThread.call(() -> model.content().orElseThrow().markdown()))
        .isEqualTo(Week.REPORT);
    assertThat(FxThread.call(() -> status(6))).isEqualTo(CitedSource.Status.SAME);
    saveReport(woven);
    FxThread.run(() -> report.reports().refresh());
    FxThread.await("it is listed", () -> report.reports().reports().size() == 1);
    assertThat(FxThread.call(() -> model.state().get())).isEqualTo(ReportViewModel.State.SHOWN);
  }

  @Test
  void a_report_is_shown_although_the_store_becomes_unreachable_after_the_poll() {
    world.navigator.onReport =
        id -> {
          world.unavailable = true;
          model.open(id);
        };
    completeWithoutSaving();

    awaitReport();

    assertThat(FxThread.call(() -> status(6))).isEqualTo(CitedSource.Status.UNKNOWN);
    world.unavailable = false;
    FxThread.run(() -> world.health.answered());
    FxThread.await("its sources", () -> status(6) == CitedSource.Status.SAME);
  }

  @Test
  void a_report_that_is_not_saved_yet_after_a_restart_appears_once_it_is() {
    JobId woven = completeWithoutSaving();
    awaitReport();
    ReportModule restarted = FxThread.call(() -> new ReportModule(world.context, world.screens));
    FxThread.run(() -> restarted.model().open(new ReportId(woven.value())));
    FxThread.await(
        "not there", () -> restarted.model().state().get() == ReportViewModel.State.GONE);

    saveReport(woven);
    FxThread.run(() -> restarted.reports().refresh());

    FxThread.await(
        "the report", () -> restarted.model().state().get() == ReportViewModel.State.SHOWN);
  }

  /// Weaves with a worker that dies between completing the record and saving the report.
  private JobId completeWithoutSaving() {
    FxThread.run(
        () -> {
          weave.model().selection().set(world.selected());
          weave.model().weave();
        });
    FxThread.await("submitted", () -> weave.model().job().get() != null);
    JobId id = FxThread.call(() -> weave.model().job().get().id());
    Lease lease = world.queue.claim("dies", id).orElseThrow();
    world.jobs.startProcessing(lease);
    world.jobs.complete(
        lease,
        new JobResult(
            Week.REPORT,
            Period.of(world.week),
            "gemini",
            null,
            CheckResult.NONE,
            world.week.stream().map(ReportSource::of).toList()));
    return id;
  }

  /// As the reconciler does once it is due.
  private void saveReport(JobId id) {
    world.reports.save(world.jobs.find(id).flatMap(Job::report).orElseThrow());
  }

  private CitedSource.Status status(int citation) {
    return model.citation(citation, "").orElseThrow().source().status();
  }

  private void awaitReport() {
    FxThread.await("the report", () -> model.state().get() == ReportViewModel.State.SHOWN);
  }
}
