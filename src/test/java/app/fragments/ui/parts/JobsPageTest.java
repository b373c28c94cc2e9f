package app.fragments.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobResult;
import app.fragments.job.JobSchedule;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.Priority;
import app.fragments.job.Progress;
import app.fragments.job.RegisteredWorker;
import app.fragments.journal.Selection;
import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import app.fragments.settings.JobSettings;
import app.fragments.settings.Settings;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.jobs.FailureAdvice;
import app.fragments.ui.jobs.JobRow;
import app.fragments.ui.jobs.WaitReason;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.weave.WeaveModule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The Jobs page with an in-memory store and real workers.
class JobsPageTest {
  private static final String ELSEWHERE = "work-4242-1@build-host/ab12";

  private WindowFixture world;
  private WeaveModule weave;
  private PartsWindow window;
  private int submitted;

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          weave = world.weaveModule(new ReportModule(world.context, world.screens));
          window = new PartsWindow(stage, world, weave.bar());
          window.show(2, weave.jobsPage());
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
  void enter_opens_the_report_of_a_completed_job() {
    JobId done = completed();
    watch(1);

    press(done, KeyCode.ENTER);

    assertThat(FxThread.call(() -> List.copyOf(world.navigator.calls))).contains("report " + done);
  }

  @Test
  void a_period_over_two_years_is_not_cut_off() {
    completed(new Period(LocalDate.of(2025, 12, 28), LocalDate.of(2026, 1, 3)));
    watch(1);

    List<String> shown =
        FxThread.call(
            () ->
                window.scene.getRoot().lookupAll(".label > .text").stream()
                    .map(node -> ((Text) node).getText())
                    .toList());
    assertThat(shown).contains("Dec 28, 2025 – Jan 3, 2026");
  }

  @Test
  void delete_cancels_a_waiting_job_and_offers_to_weave_it_again() {
    submit(JobSchedule.NOW);
    JobId waits = submit(JobSchedule.NOW);
    watch(2);

    JobId cancelled = notFollowed(waits);
    press(cancelled, KeyCode.DELETE);

    FxThread.await("the toast", () -> world.navigator.toasts.contains("Job cancelled"));
    FxThread.await("the cancelled row", () -> row(cancelled).status() == JobStatus.CANCELLED);
    FxThread.run(() -> world.navigator.undo.run());
    FxThread.await("a new job", () -> weave.jobs().rows().size() == 3);
    assertThat(world.jobs.list(Week.USER, Set.of(JobStatus.PENDING), 10)).hasSize(2);
  }

  @Test
  void enter_never_cancels() {
    JobId waits = submit(JobSchedule.NOW);
    watch(1);

    press(waits, KeyCode.ENTER);
    FxThread.settle();

    assertThat(world.jobs.find(waits).orElseThrow().status()).isEqualTo(JobStatus.PENDING);
  }

  @Test
  void the_menu_offers_the_possible_actions_and_copies_details() {
    JobId failed = failed();
    watch(1);

    ContextMenu menu = menuOf(failed);

    assertThat(FxThread.call(() -> menu.getItems().stream().map(MenuItem::getText).toList()))
        .containsExactly("Retry", null, "Copy error details", "Copy job ID");
    FxThread.run(() -> menu.getItems().get(2).fire());
    assertThat(FxThread.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("auth: The key was refused (job " + failed + ")");
    FxThread.run(() -> menu.getItems().get(3).fire());
    assertThat(FxThread.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(failed.value());
    FxThread.run(menu::hide);
  }

  @Test
  void a_job_whose_record_was_deleted_disappears_when_the_user_acts_on_it() {
    JobId failed = failed();
    watch(1);
    world.clock.advance(Duration.ofDays(31));
    world.jobs.deleteEnded(JobStatus.FAILED, Duration.ofDays(30), 10);

    press(failed, KeyCode.ENTER);
    FxThread.run(() -> weave.model().act(failed, FailureAdvice.Action.RETRY));

    FxThread.await(
        "the toast", () -> world.navigator.toasts.contains("This job’s record has been deleted."));
    assertThat(FxThread.call(() -> weave.jobs().rows().size())).isZero();
  }

  @Test
  void a_job_whose_record_was_deleted_disappears_from_the_list() {
    failed();
    JobId done = completed();
    watch(2);
    world.clock.advance(Duration.ofDays(31));
    world.jobs.deleteEnded(JobStatus.FAILED, Duration.ofDays(30), 10);

    FxThread.run(() -> weave.watchJobs(true));

    FxThread.await("one job to be left", () -> weave.jobs().rows().size() == 1);
    assertThat(FxThread.call(() -> weave.jobs().rows().getFirst().id())).isEqualTo(done);
    assertThat(world.navigator.toasts).isEmpty();
  }

  @Test
  void a_delayed_job_says_when_it_starts() {
    JobId later = submit(new JobSchedule(Priority.NORMAL, Duration.ofMinutes(130)));
    watch(1);

    FxThread.await("the time", () -> says("Starts at 18:30."));
    world.clock.advance(Duration.ofMinutes(131));
    FxThread.await("the delay to end", () -> row(later).waiting() instanceof WaitReason.None);
  }

  @Test
  void the_note_lists_all_workers_and_this_window_registers_its_own() {
    announce("build-host", 4, 4);
    FxThread.run(() -> weave.start());
    watch(0);
    completed();
    watch(1);

    FxThread.await("the others", () -> says("2 workers in this window, 4 on build-host."));
    FxThread.await(
        "this window",
        () ->
            world.registry.alive().stream()
                .anyMatch(one -> one.kind() == RegisteredWorker.Kind.WINDOW && one.workers() == 2));
    world.unavailable = true;
    FxThread.await(
        "the outage is noticed", () -> world.health.state().get() == StoreHealth.State.UNREACHABLE);
    FxThread.await("the others to be unknown", () -> !says("4 on build-host"));
    world.unavailable = false;
    FxThread.await("the others again", () -> says("4 on build-host"));
  }

  @Test
  void this_window_registers_its_number_of_busy_workers() {
    world.generator.hold();
    FxThread.run(() -> weave.start());
    submit(JobSchedule.NOW);

    FxThread.await(
        "one is busy", () -> world.registry.alive().stream().anyMatch(one -> one.busy() == 1));
    world.generator.open();
    FxThread.await(
        "none is busy", () -> world.registry.alive().stream().allMatch(one -> one.busy() == 0));
  }

  @Test
  void changed_settings_apply_without_a_restart() {
    FxThread.run(() -> weave.start());
    completed();
    watch(1);
    FxThread.await("two workers", () -> says("2 workers in this window."));

    world.settings =
        world.settings.with(
            copy -> copy.jobs = new JobSettings(1, 180, 3, 90, 30, 60, JobSettings.NO_LIMIT));
    FxThread.run(() -> weave.configurationChanged());

    FxThread.await("three workers", () -> says("3 workers in this window."));
    FxThread.await(
        "the new registration",
        () -> world.registry.alive().stream().anyMatch(one -> one.workers() == 3));
  }

  @Test
  void every_state_is_drawn_in_both_themes() {
    fillWithEveryState();
    FxThread.run(() -> weave.start());
    watch(8);
    FxThread.await("two run here", () -> world.generator.calls.get() == 2);
    FxThread.await(
        "the wait reason",
        () ->
            weave.jobs().rows().stream().anyMatch(r -> r.waiting() instanceof WaitReason.AllBusy));
    for (String words :
        List.of("on build-host", "in this window", "All 6 workers are busy; this job is next.")) {
      FxThread.await(words, () -> says(words));
    }
    draw("jobs-states");
    narrow("jobs-states-narrow", 550);
    narrow("jobs-states-slim", 400);
    FxThread.run(() -> world.theming.apply(Settings.Theme.LIGHT, 160));
    PartsWindow.snapshot(window.scene, "jobs-states-large");
    world.generator.open();
  }

  @Test
  void the_page_without_workers_and_the_empty_page_are_drawn() {
    watch(0);
    draw("jobs-empty");
    submit(JobSchedule.NOW);
    watch(1);
    FxThread.await(
        "the reason",
        () -> weave.jobs().rows().getFirst().waiting() instanceof WaitReason.NoWorkers);
    assertThat(FxThread.call(() -> says("No worker is running"))).isTrue();
    draw("jobs-nobody");
    ContextMenu menu = menuOf(FxThread.call(() -> weave.jobs().rows().getFirst().id()));
    PartsWindow.snapshot(menu.getScene(), "jobs-menu");
    FxThread.run(menu::hide);
  }

  private void fillWithEveryState() {
    world.generator.hold();
    JobId cancelled = submit(JobSchedule.NOW);
    world.jobService().cancel(Week.USER, cancelled);
    failed();
    completed();
    JobId there = submit(JobSchedule.NOW);
    Lease lease = claim(there);
    world.jobs.updateProgress(lease, new Progress(5, 9, app.fragments.job.Stage.WRITING));
    announce("build-host", 4, 4);
    submit(new JobSchedule(Priority.HIGH, Duration.ZERO));
    submit(new JobSchedule(Priority.HIGH, Duration.ZERO));
    submit(JobSchedule.NOW);
    submit(new JobSchedule(Priority.LOW, Duration.ofMinutes(130)));
  }

  private JobId submit(JobSchedule schedule) {
    world.clock.advance(Duration.ofSeconds(1));
    submitted++;
    return world
        .jobService()
        .submit(
            Week.USER,
            Selection.of(
                world.week.subList(0, world.week.size() - submitted).stream()
                    .map(entry -> entry.id())
                    .toList()),
            ReportTemplate.WEEKLY_PROGRESS,
            JobOptions.DEFAULT,
            schedule)
        .jobId();
  }

  private Lease claim(JobId id) {
    Lease lease = world.queue.claim(ELSEWHERE, id).orElseThrow();
    world.jobs.startProcessing(lease);
    return lease;
  }

  private JobId completed() {
    return completed(new Period(LocalDate.of(2026, 1, 11), LocalDate.of(2026, 1, 17)));
  }

  private JobId completed(Period period) {
    JobId id = submit(JobSchedule.NOW);
    Lease lease = claim(id);
    world.clock.advance(Duration.ofSeconds(21));
    world.jobs.complete(
        lease, new JobResult(Week.REPORT, period, "gemini", null, CheckResult.NONE, List.of()));
    world.queue.delete(lease);
    return id;
  }

  private JobId failed() {
    JobId id = submit(JobSchedule.NOW);
    Lease lease = claim(id);
    world.clock.advance(Duration.ofSeconds(2));
    world.jobs.fail(lease, new Failure(FailureKind.AUTH, "The key was refused"), 1);
    world.queue.delete(lease);
    return id;
  }

  private void announce(String host, int workers, int busy) {
    world.registry.announce(
        new RegisteredWorker(
            host,
            RegisteredWorker.Kind.WORK,
            host,
            4242,
            workers,
            busy,
            Instant.EPOCH,
            Instant.EPOCH));
  }

  private void watch(int rows) {
    FxThread.run(() -> weave.watchJobs(true));
    FxThread.await(rows + " rows", () -> weave.jobs().rows().size() == rows);
    FxThread.settle();
  }

  private JobRow row(JobId id) {
    return weave.jobs().row(id).orElseThrow();
  }

  /// A job that the weave bar does not follow.
  private JobId notFollowed(JobId newest) {
    return FxThread.call(
        () ->
            weave.jobs().rows().stream()
                .map(JobRow::id)
                .filter(id -> !id.equals(weave.model().job().get().id()))
                .findFirst()
                .orElse(newest));
  }

  private TableView<?> table() {
    return (TableView<?>) window.scene.lookup(".jobs-table");
  }

  private void press(JobId id, KeyCode code) {
    FxThread.run(
        () -> {
          table().requestFocus();
          table().getFocusModel().focus(weave.jobs().rows().indexOf(row(id)));
          Event.fireEvent(
              table(),
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
  }

  private ContextMenu menuOf(JobId id) {
    FxThread.run(
        () -> {
          table().requestFocus();
          table().getFocusModel().focus(weave.jobs().rows().indexOf(row(id)));
          Event.fireEvent(
              table(),
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 800, 300, true, null));
        });
    return FxThread.call(
        () ->
            Window.getWindows().stream()
                .filter(shown -> shown instanceof ContextMenu && shown.isShowing())
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private boolean says(String words) {
    return window.scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
  }

  private void draw(String name) {
    for (Settings.Theme theme : new Settings.Theme[] {Settings.Theme.DARK, Settings.Theme.LIGHT}) {
      FxThread.run(() -> world.theming.apply(theme, 100));
      FxThread.settle();
      PartsWindow.snapshot(window.scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  private void narrow(String name, double width) {
    Parent page = (Parent) table().getParent().getParent();
    FxThread.run(() -> ((Region) page).setMaxWidth(width));
    draw(name);
    FxThread.run(() -> ((Region) page).setMaxWidth(Double.MAX_VALUE));
  }
}
