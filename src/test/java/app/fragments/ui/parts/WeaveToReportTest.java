package app.fragments.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobStatus;
import app.fragments.journal.Selection;
import app.fragments.report.ReportId;
import app.fragments.report.ReportTemplate;
import app.fragments.settings.JobSettings;
import app.fragments.settings.Settings;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.jobs.FailureAdvice;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.report.ReportViewModel;
import app.fragments.ui.weave.GeneratorOption;
import app.fragments.ui.weave.WeaveModule;
import app.fragments.ui.weave.WeaveViewModel;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// From selected fragments to a report, with a real worker and the real poller.
class WeaveToReportTest {
  private WindowFixture world;
  private ReportModule report;
  private WeaveModule weave;
  private PartsWindow window;

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          report = new ReportModule(world.context, world.screens);
          weave = world.weaveModule(report);
          window = new PartsWindow(stage, world, weave.bar());
          world.navigator.onReport = report.model()::open;
          window.show(1, report.pane(), report.actions());
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
  void selected_fragments_become_a_report_that_opens_automatically() {
    start();
    selectAndWeave();

    FxThread.await("the report", () -> report.model().state().get() == ReportViewModel.State.SHOWN);

    until(WeaveViewModel.State.READY);
    assertThat(world.generator.calls).hasValue(1);
    assertThat(job().status()).isEqualTo(JobStatus.COMPLETED);
    FxThread.await("it is listed", () -> report.reports().reports().size() == 1);
    assertThat(FxThread.call(() -> report.reports().unread().isEmpty())).isTrue();
  }

  @Test
  void the_report_does_not_open_while_the_user_is_typing() {
    FxThread.run(
        () -> {
          TextField field = new TextField();
          window.show(0, field);
          field.requestFocus();
        });
    start();

    selectAndWeave();

    until(WeaveViewModel.State.DONE);
    assertThat(FxThread.call(() -> List.copyOf(world.navigator.calls))).isEmpty();
    FxThread.run(() -> weave.model().openReport(weave.model().job().get().id()));
    assertThat(world.navigator.calls).hasSize(1);
    until(WeaveViewModel.State.READY);
  }

  @Test
  void a_failed_job_shows_its_reason_and_can_be_retried() {
    world.generator.failWith(FailureKind.QUOTA);
    start();

    selectAndWeave();

    until(WeaveViewModel.State.FAILED);
    assertThat(FxThread.call(() -> weave.model().job().get().failure()))
        .isEqualTo(FailureKind.QUOTA);
    world.generator.failWith(null);
    FxThread.run(
        () -> weave.model().act(weave.model().job().get().id(), FailureAdvice.Action.RETRY));
    FxThread.await("the report", () -> report.model().state().get() == ReportViewModel.State.SHOWN);
    assertThat(world.jobs.list(Week.USER, Set.of(), 10)).hasSize(2);
  }

  @Test
  void the_text_is_shown_as_it_is_written_and_a_cancel_removes_it() {
    world.generator.hold();
    slowDownPollsAndHeartbeats();
    start();
    selectAndWeave();
    FxThread.await(
        "the text so far", () -> report.model().state().get() == ReportViewModel.State.WRITING);

    FxThread.run(() -> weave.model().cancel(weave.model().job().get().id()));

    until(WeaveViewModel.State.CANCELLED);
    FxThread.await(
        "an empty report page", () -> report.model().state().get() == ReportViewModel.State.EMPTY);
    assertThat(job().status()).isEqualTo(JobStatus.CANCELLED);
  }

  /// Makes polls and heartbeats too rare to notice the cancellation during the test.
  private void slowDownPollsAndHeartbeats() {
    JobSettings jobs = world.settings.jobs();
    world.settings =
        world.settings.with(
            copy ->
                copy.jobs =
                    new JobSettings(
                        60,
                        jobs.timeoutSeconds(),
                        jobs.workers(),
                        jobs.keepCompletedDays(),
                        jobs.keepFailedDays(),
                        jobs.callsPerMinute(),
                        jobs.jobsPerUser()));
    WorkerSettings usual = WorkerFixture.SETTINGS;
    world.workerSettings =
        new WorkerSettings(
            usual.jobTimeout(),
            Duration.ofMinutes(10),
            usual.idlePoll(),
            usual.reconcileInterval(),
            usual.stopGrace(),
            usual.retryBase(),
            usual.storeRetry(),
            usual.tries());
  }

  @Test
  void a_job_left_by_the_last_session_is_resumed_and_shown() {
    JobId left =
        world
            .jobService()
            .submit(
                Week.USER,
                Selection.of(world.selected().entryIds()),
                ReportTemplate.WEEKLY_PROGRESS,
                JobOptions.DEFAULT)
            .jobId();
    world.generator.hold();

    start();

    until(WeaveViewModel.State.RUNNING);
    assertThat(FxThread.call(() -> weave.model().job().get().id())).isEqualTo(left);
    world.generator.open();
    FxThread.await("the report", () -> report.model().state().get() == ReportViewModel.State.SHOWN);
  }

  @Test
  void a_report_woven_by_another_process_does_not_replace_the_one_being_read() {
    start();
    selectAndWeave();
    FxThread.await("a report", () -> report.model().state().get() == ReportViewModel.State.SHOWN);
    ReportId read = FxThread.call(() -> report.model().shown().orElseThrow());
    until(WeaveViewModel.State.READY);
    FxThread.run(() -> weave.model().selection().set(SelectionSummary.NOTHING));
    FxThread.run(() -> world.navigator.calls.clear());

    ReportId other =
        new ReportId(
            world
                .jobService()
                .submit(
                    Week.USER,
                    Selection.of(world.selectedFrom(3).entryIds()),
                    ReportTemplate.WEEKLY_PROGRESS,
                    JobOptions.DEFAULT)
                .jobId()
                .value());
    FxThread.run(() -> weave.watchJobs(true)); // looks for jobs of others

    FxThread.await(
        "a message",
        () -> world.navigator.toasts.stream().anyMatch(said -> said.startsWith("Another report")));
    assertThat(FxThread.call(() -> report.model().shown())).contains(read);
    assertThat(FxThread.call(() -> List.copyOf(world.navigator.calls))).isEmpty();
    FxThread.run(() -> world.navigator.undo.run());
    FxThread.await("the other one", () -> report.model().shown().equals(Optional.of(other)));
  }

  @Test
  void an_old_failure_is_not_shown_again() {
    world.generator.failWith(FailureKind.AUTH);
    start();
    selectAndWeave();
    until(WeaveViewModel.State.FAILED);

    WeaveModule next = FxThread.call(() -> world.weaveModule(report));
    FxThread.run(next::start);
    FxThread.run(() -> next.watchJobs(true));

    FxThread.await("the list of jobs", () -> next.jobs().rows().size() == 1);
    assertThat(FxThread.call(() -> next.model().state().get()))
        .isEqualTo(WeaveViewModel.State.HIDDEN);
    FxThread.run(next::close);
  }

  @Test
  void another_selection_can_be_woven_while_a_job_runs() {
    world.generator.hold();
    start();
    selectAndWeave();
    until(WeaveViewModel.State.RUNNING);

    FxThread.run(() -> weave.model().selection().set(world.selectedFrom(3)));
    until(WeaveViewModel.State.READY);
    FxThread.run(() -> weave.model().weave());

    FxThread.await("two jobs", () -> weave.jobs().live().get() == 2);
    FxThread.await("both are written", () -> world.generator.calls.get() == 2);
    world.generator.open();
    FxThread.await("both jobs to end", () -> weave.jobs().live().get() == 0);
    assertThat(world.reports.list(Week.USER, 10)).hasSize(2);
  }

  @Test
  void a_chosen_generator_stays_chosen_until_the_generator_setting_changes() {
    world.environment.put("GEMINI_API_KEY", "good");
    AtomicInteger offered = new AtomicInteger();
    ObservableList<GeneratorOption> offers = FxThread.call(() -> weave.model().generators());
    FxThread.run(() -> offers.addListener((Observable o) -> offered.incrementAndGet()));
    start();
    FxThread.await("Gemini", () -> generator().equals(GeneratorOption.GEMINI));
    FxThread.run(() -> weave.model().generator().set(GeneratorOption.OFFLINE));

    int before = offered.get();
    world.settings =
        world.settings.with(
            copy -> {
              copy.theme = Settings.Theme.DARK;
              copy.geminiModel = "gemini-pro";
            });
    FxThread.run(weave::configurationChanged);
    FxThread.await("new generator options", () -> offered.get() > before);

    assertThat(FxThread.call(this::generator)).isEqualTo(GeneratorOption.DIGEST);
    world.settings = world.settings.with(copy -> copy.generator = GeneratorOption.GEMINI);
    FxThread.run(weave::configurationChanged);
    FxThread.await("Gemini again", () -> generator().equals(GeneratorOption.GEMINI));
    assertThat(FxThread.call(() -> weave.model().generator().get().label()))
        .isEqualTo("Gemini Pro");
    world.environment.remove("GEMINI_API_KEY");
    FxThread.run(weave::configurationChanged);
    FxThread.await("without a key, the digest", () -> generator().equals(GeneratorOption.DIGEST));
  }

  private String generator() {
    return weave.model().generator().get().name();
  }

  @Test
  void typing_in_a_woven_fragment_keeps_the_job_in_the_weave_bar() {
    world.generator.hold();
    start();
    FxThread.run(() -> weave.model().selection().set(world.selected()));

    FxThread.run(
        () -> {
          weave.model().weave();
          weave.model().selection().set(longer(1));
        });
    until(WeaveViewModel.State.RUNNING);
    FxThread.run(() -> weave.model().selection().set(longer(2)));

    assertThat(FxThread.call(() -> weave.model().state().get()))
        .isEqualTo(WeaveViewModel.State.RUNNING);
    world.generator.open();
  }

  private SelectionSummary longer(int tokens) {
    SelectionSummary selected = world.selected();
    return new SelectionSummary(
        selected.entryIds(), selected.period(), selected.tokens() + tokens, 0);
  }

  @Test
  @Fault(31)
  void the_poller_survives_an_outage() {
    world.generator.hold();
    start();
    selectAndWeave();
    until(WeaveViewModel.State.RUNNING);

    world.unavailable = true;
    FxThread.await(
        "the outage is noticed", () -> world.health.state().get() == StoreHealth.State.UNREACHABLE);
    world.unavailable = false;
    world.generator.open();

    FxThread.await("the report", () -> report.model().state().get() == ReportViewModel.State.SHOWN);
    assertThat(FxThread.call(() -> world.health.state().get())).isEqualTo(StoreHealth.State.READY);
  }

  @Test
  @Fault(7)
  void an_unreachable_store_keeps_the_selection_and_tells_the_user() {
    FxThread.run(() -> weave.model().selection().set(world.selected()));
    world.unavailable = true;

    FxThread.run(() -> weave.model().weave());

    FxThread.await("the toast", () -> !world.navigator.toasts.isEmpty());
    assertThat(world.navigator.toasts.getFirst()).contains("Can’t reach your journal");
    until(WeaveViewModel.State.READY);
  }

  @Test
  void weaving_waits_for_a_save_in_progress_and_submits_once() {
    world.saveEdits = world.pendingSaves::add;
    start();
    selectAndWeave();
    until(WeaveViewModel.State.SUBMITTING);
    FxThread.run(() -> weave.model().weave());
    assertThat(world.jobs.list(Week.USER, Set.of(), 10)).isEmpty();

    assertThat(world.pendingSaves).hasSize(1);
    FxThread.run(() -> world.pendingSaves.getFirst().accept(true));

    FxThread.await("the report", () -> report.model().state().get() == ReportViewModel.State.SHOWN);
    assertThat(world.jobs.list(Week.USER, Set.of(), 10)).hasSize(1);
  }

  @Test
  void a_failed_save_is_reported_and_can_be_repeated() {
    world.saveEdits = onDone -> onDone.accept(false);
    start();
    selectAndWeave();

    until(WeaveViewModel.State.READY);
    assertThat(world.navigator.toasts).hasSize(1);
    assertThat(world.navigator.toasts.getFirst()).contains("aren’t saved yet");
    assertThat(world.jobs.list(Week.USER, Set.of(), 10)).isEmpty();
    world.saveEdits = onDone -> onDone.accept(true);
    FxThread.run(() -> weave.model().weave());
    FxThread.await("the report", () -> report.model().state().get() == ReportViewModel.State.SHOWN);
  }

  private void start() {
    FxThread.run(() -> weave.start());
  }

  private void selectAndWeave() {
    FxThread.run(() -> weave.model().selection().set(world.selected()));
    until(WeaveViewModel.State.READY);
    FxThread.run(() -> weave.model().weave());
  }

  private Job job() {
    return world.jobs.list(Week.USER, Set.of(), 1).getFirst();
  }

  private void until(WeaveViewModel.State state) {
    FxThread.await("the weave bar in state " + state, () -> weave.model().state().get() == state);
  }
}
