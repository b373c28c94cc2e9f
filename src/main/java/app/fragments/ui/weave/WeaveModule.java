package app.fragments.ui.weave;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.settings.JobSettings;
import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.jobs.JobInsight;
import app.fragments.ui.jobs.JobPeriods;
import app.fragments.ui.jobs.JobPoller;
import app.fragments.ui.jobs.JobSnapshot;
import app.fragments.ui.jobs.JobTexts;
import app.fragments.ui.jobs.JobTimes;
import app.fragments.ui.jobs.JobsController;
import app.fragments.ui.jobs.JobsViewModel;
import app.fragments.ui.jobs.LiveUpdates;
import app.fragments.ui.jobs.WindowJobCommands;
import app.fragments.ui.jobs.WindowRegistration;
import app.fragments.ui.jobs.WindowWorkers;
import app.fragments.worker.JobListener;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The part of the window that weaves: the weave bar, the jobs page, the workers and the poll. On
/// the FX thread.
public final class WeaveModule implements AutoCloseable {
  /// How often the list of jobs is read anew while it is seen: what ended elsewhere between two
  /// polls comes, what is not kept any more goes.
  private static final Duration RELIST = Duration.seconds(10);

  private final UiContext context;
  private final WeaveCallbacks outlet;
  private final FxmlScreens screens;
  private final JobPoller poll;
  private final WindowWorkers workers;
  private final JobsViewModel jobs;
  private final WeaveViewModel model;
  private final StackPane bar = new StackPane();
  private final WindowRegistration attendance;
  private final JobInsight insight;
  private final Timeline clock = new Timeline();
  private final Timeline relist = new Timeline();
  private JobSettings jobSettings;

  /// @param periods the period of entries where the list of fragments knows all of them
  public WeaveModule(
      UiContext context,
      FxmlScreens screens,
      WeaveCallbacks outlet,
      Function<List<EntryId>, Optional<Period>> periods) {
    this.context = context;
    this.screens = screens;
    this.outlet = outlet;
    jobSettings = settings();
    JobPeriods jobPeriods = new JobPeriods(context, periods);
    LiveUpdates relay = new LiveUpdates(new Live());
    workers = new WindowWorkers(number -> context.services().worker(number, relay));
    attendance = new WindowRegistration(context, workers);
    JobTimes times = new JobTimes(System::nanoTime);
    insight = new JobInsight(context.health(), workers, times, () -> settings().jobsPerUser());
    jobs = new JobsViewModel(context, jobPeriods, times, insight);
    poll =
        new JobPoller(
            context,
            context.services().configuration().pollInterval().value(),
            () -> insight.isWanting(jobs.records()),
            this::accept);
    BooleanSupplier typing = this::isTyping;
    model =
        new WeaveViewModel(
            context,
            new WindowJobCommands(context, workers, poll, jobPeriods),
            jobs,
            outlet,
            typing);
    screens
        .with(
            WeaveBarController.class,
            () ->
                new WeaveBarController(
                    model,
                    context.messages(),
                    context.theming(),
                    new JobTexts(context.messages(), context.services().clock())))
        .with(JobsController.class, () -> new JobsController(model, jobs, insight, context));
    model.state().subscribe(this::makeBar);
    new ConsentDialog(context, screens, model, bar);
    clock.setCycleCount(Animation.INDEFINITE);
    clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), e -> tick()));
    jobs.live().subscribe(count -> run(clock, count.intValue() > 0));
    relist.setCycleCount(Animation.INDEFINITE);
    relist.getKeyFrames().setAll(new KeyFrame(RELIST, e -> jobs.reload()));
  }

  /// Makes the bar when it is first to be seen, which no start has to wait for.
  private void makeBar(WeaveState state) {
    if (state != WeaveState.HIDDEN && bar.getChildren().isEmpty()) {
      bar.getChildren().setAll(screens.load(Fxml.WEAVE_BAR));
    }
  }

  /// Starts the workers and takes up the jobs that were live when the program last ended. What the
  /// store has to answer comes when it is open.
  public void start() {
    configurationChanged();
    attendance.start();
    poll.pollNow();
  }

  /// Puts changed settings in force: how many workers and how they work, how often to poll, which
  /// generators.
  public void configurationChanged() {
    workers.setCount(context.services().configuration().workers().value());
    JobSettings before = jobSettings;
    jobSettings = settings();
    if (jobSettings.changeWorkersOf(before)) {
      workers.renew();
    }
    workersChanged();
    poll.setInterval(context.services().configuration().pollInterval().value());
    model.configurationChanged();
  }

  public WeaveViewModel model() {
    return model;
  }

  public JobsViewModel jobs() {
    return jobs;
  }

  /// The weave bar, for the window's lower edge; it hides itself while it has nothing to show.
  public Parent bar() {
    return bar;
  }

  /// Makes the jobs page.
  public Parent jobsPage() {
    return screens.load(Fxml.JOBS);
  }

  /// Says whether the jobs page can be seen: then it is kept fresh.
  public void watchJobs(boolean seen) {
    poll.watch(seen);
    run(relist, seen);
    if (seen) {
      jobs.reload();
    }
  }

  /// Stops the poll and the workers; the jobs in hand go back to the queue.
  @Override
  public void close() {
    clock.stop();
    relist.stop();
    attendance.close();
    poll.close();
    workers.close();
  }

  private JobSettings settings() {
    return context.services().configuration().settings().jobs();
  }

  private void accept(JobSnapshot read) {
    insight.learn(read);
    model.accept(read);
  }

  private void workersChanged() {
    insight.workersChanged();
    attendance.changed();
  }

  private boolean isTyping() {
    return bar.getScene() != null && bar.getScene().getFocusOwner() instanceof TextInputControl;
  }

  private void tick() {
    jobs.tick();
    model.update();
  }

  private static void run(Timeline timeline, boolean on) {
    if (on) {
      timeline.play();
    } else {
      timeline.stop();
    }
  }

  /// What this window's workers tell, on the FX thread: it shows things sooner, and has the record
  /// read, which alone is the truth.
  private final class Live implements JobListener {
    @Override
    public void started(JobId job) {
      workersChanged();
      poll.follow(job);
    }

    @Override
    public void progress(JobId job, Progress progress) {
      jobs.progress(job, progress);
      model.update();
    }

    @Override
    public void preview(JobId job, String markdownSoFar) {
      if (jobs.row(job).isPresent()) {
        outlet.preview(job, markdownSoFar);
      }
    }

    @Override
    public void ended(JobId job) {
      workers.settle();
      workersChanged();
      poll.follow(job);
    }
  }
}
