package app.fragments.ui.weave;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import app.fragments.weave.WeaveListener;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;

/// The part of the window that weaves: the weave bar, the jobs page, the workers and the poll. On
/// the FX thread.
public final class WeavePart implements AutoCloseable {
  private final UiContext context;
  private final WeaveOutlet outlet;
  private final FxmlScreens screens;
  private final JobPoll poll;
  private final WindowWorkers workers;
  private final JobsViewModel jobs;
  private final WeaveViewModel model;
  private final Parent bar;
  private final Timeline clock = new Timeline();
  private java.time.Duration jobTimeout;

  /// @param periods the period of entries where the list of fragments knows all of them
  public WeavePart(
      UiContext context,
      FxmlScreens screens,
      WeaveOutlet outlet,
      Function<List<EntryId>, Optional<Period>> periods) {
    this.context = context;
    this.screens = screens;
    this.outlet = outlet;
    jobTimeout = context.services().configuration().jobTimeout().value();
    JobPeriods jobPeriods = new JobPeriods(context, periods);
    jobs = new JobsViewModel(context, jobPeriods, new JobTimes(System::nanoTime));
    poll =
        new JobPoll(
            context,
            context.services().configuration().pollInterval().value(),
            read -> model().accept(read));
    LiveRelay relay = new LiveRelay(new Live());
    workers = new WindowWorkers(number -> context.services().worker(number, relay));
    BooleanSupplier typing = this::isTyping;
    model =
        new WeaveViewModel(
            context, new WindowJobDesk(context, workers, poll, jobPeriods), jobs, outlet, typing);
    screens
        .with(
            WeaveBarController.class,
            () -> new WeaveBarController(model, context.messages(), context.theming()))
        .with(JobsController.class, () -> new JobsController(model, jobs, workers, context));
    bar = screens.load(Fxml.WEAVE_BAR);
    new ConsentDialog(context, screens, model, bar);
    clock.setCycleCount(Animation.INDEFINITE);
    clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), e -> tick()));
    jobs.live().subscribe(count -> runClock(count.intValue() > 0));
  }

  /// Starts the workers and takes up the jobs that were live when the program last ended. What the
  /// store has to answer comes when it is open.
  public void start() {
    configurationChanged();
    poll.pollNow();
  }

  /// Puts changed settings in force: how many workers, how often to poll, which generators.
  public void configurationChanged() {
    workers.setCount(context.services().configuration().workers().value());
    java.time.Duration timeout = context.services().configuration().jobTimeout().value();
    if (!timeout.equals(jobTimeout)) {
      jobTimeout = timeout;
      workers.renew();
    }
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
    if (seen) {
      jobs.reload(context.health()::failed);
    }
  }

  /// Stops the poll and the workers; the jobs in hand go back to the queue.
  @Override
  public void close() {
    clock.stop();
    poll.close();
    workers.close();
  }

  private boolean isTyping() {
    return bar.getScene() != null && bar.getScene().getFocusOwner() instanceof TextInputControl;
  }

  private void tick() {
    jobs.tick();
    model.update();
  }

  private void runClock(boolean on) {
    if (on) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  /// What this window's workers tell, on the FX thread: it shows things sooner, and has the record
  /// read, which alone is the truth.
  private final class Live implements WeaveListener {
    @Override
    public void started(JobId job) {
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
      poll.follow(job);
    }
  }
}
