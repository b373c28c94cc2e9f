package app.fragments.ui.weave;

import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.settings.Configuration;
import app.fragments.settings.JobSettings;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.SelectionActions;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.jobs.JobPoller;
import app.fragments.ui.jobs.JobRequests;
import app.fragments.ui.jobs.JobsController;
import app.fragments.ui.jobs.JobsViewModel;
import app.fragments.ui.jobs.WorkerTask;
import app.fragments.ui.report.ReportViewModel;
import app.fragments.worker.WorkerPool;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The weave bar, the jobs page, the poller and the window's workers. On the FX thread.
public final class WeaveModule implements AutoCloseable {
  /// For jobs that other processes finish or delete between two polls.
  private static final Duration RELOAD_INTERVAL = Duration.seconds(10);

  private final UiContext context;
  private final ScreenLoader screens;
  private final JobPoller poller;
  private final WorkerPool workers;
  private final JobsViewModel jobs;
  private final WeaveViewModel model;
  private final StackPane bar = new StackPane();
  private final Timeline clock;
  private final Timeline reload;
  private JobSettings jobSettings;

  /// What the module needs from the rest of the window.
  ///
  /// @param save saves what was typed in entries; calls back with whether that worked
  /// @param periodOf the period of entries, or empty unless the list of fragments knows them all
  public record Callbacks(
      ReportViewModel report,
      BiConsumer<List<EntryId>, Consumer<Boolean>> save,
      SelectionActions selection,
      Function<List<EntryId>, Optional<Period>> periodOf) {}

  public WeaveModule(UiContext context, ScreenLoader screens, Callbacks callbacks) {
    this.context = context;
    this.screens = screens;
    jobSettings = context.services().configuration().settings().jobs();
    jobs = new JobsViewModel(context, callbacks.periodOf(), this::workers);
    poller =
        new JobPoller(
            context,
            context.services().configuration().pollInterval().value(),
            jobs::needsOthers,
            read -> model().accept(read));
    workers =
        context
            .services()
            .workerPool(
                new WindowJobListener(jobs, callbacks.report(), poller), WorkerTask::thread);
    JobRequests requests = new JobRequests(context, jobs, workers, poller);
    model = new WeaveViewModel(context, requests, jobs, callbacks, this::isTyping);
    screens
        .with(WeaveBarController.class, () -> new WeaveBarController(model, context))
        .with(JobsController.class, () -> new JobsController(model, jobs, context));
    model.state().subscribe(this::loadBar);
    new ConsentDialog(context, screens, model, bar);
    clock = every(Duration.seconds(1), jobs::tick);
    reload = every(RELOAD_INTERVAL, jobs::reload);
    jobs.live().subscribe(count -> run(clock, count.intValue() > 0));
  }

  private WorkerPool workers() {
    return workers;
  }

  /// Loads the bar when it is first visible, to keep start-up fast.
  private void loadBar(WeaveViewModel.State state) {
    if (state != WeaveViewModel.State.HIDDEN && bar.getChildren().isEmpty()) {
      bar.getChildren().setAll(screens.load(FxmlFile.WEAVE_BAR));
    }
  }

  /// Starts the workers and follows the jobs that were live when the program last ended.
  public void start() {
    configurationChanged();
    poller.pollNow();
  }

  /// Applies changed settings: number and behaviour of workers, poll interval, generators.
  public void configurationChanged() {
    Configuration configuration = context.services().configuration();
    workers.setCount(configuration.workers().value());
    JobSettings before = jobSettings;
    jobSettings = configuration.settings().jobs();
    if (jobSettings.changeWorkersOf(before)) {
      workers.renew();
    }
    jobs.workersChanged();
    poller.setInterval(configuration.pollInterval().value());
    model.configurationChanged();
  }

  public WeaveViewModel model() {
    return model;
  }

  public JobsViewModel jobs() {
    return jobs;
  }

  /// The weave bar, for the window's lower edge; hides itself while there is nothing to show.
  public Parent bar() {
    return bar;
  }

  public Parent jobsPage() {
    return screens.load(FxmlFile.JOBS);
  }

  /// Keeps the list of jobs up to date while it is visible.
  public void watchJobs(boolean visible) {
    poller.watch(visible);
    run(reload, visible);
    if (visible) {
      jobs.reload();
    }
  }

  /// Stops the poller and the workers; running jobs go back to the queue.
  @Override
  public void close() {
    clock.stop();
    reload.stop();
    poller.close();
    workers.release();
  }

  private boolean isTyping() {
    return bar.getScene() != null && bar.getScene().getFocusOwner() instanceof TextInputControl;
  }

  private static Timeline every(Duration interval, Runnable action) {
    Timeline timeline = new Timeline(new KeyFrame(interval, e -> action.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    return timeline;
  }

  private static void run(Timeline timeline, boolean on) {
    if (on) {
      timeline.play();
    } else {
      timeline.stop();
    }
  }
}
