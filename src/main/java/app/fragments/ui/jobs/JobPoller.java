package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.ui.common.UiContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the records of the user's live jobs at intervals, for as long as there are any.
///
/// The tick of its `Timeline` only submits a read to a background thread. A read is never started
/// while another one is under way; while the store is away the ticks go on. It stops by itself once
/// every job it follows has reached a terminal status. On the FX thread.
public final class JobPoller {
  private static final Logger LOG = LoggerFactory.getLogger(JobPoller.class);
  private final UiContext context;
  private final JobReader reader;
  private final BooleanSupplier wantsWorkforce;
  private final Consumer<JobSnapshot> onRead;
  private final Timeline timeline = new Timeline();
  private final Set<JobId> followed = new HashSet<>();
  private boolean reading;
  private boolean again;
  private boolean watched;
  private boolean closed;

  /// @param wantsWorkforce whether somebody wants to know who works on the jobs, also while nobody
  ///   looks at the list of jobs
  /// @param onRead takes the records of what is live, and of what has just ended
  public JobPoller(
      UiContext context,
      Duration interval,
      BooleanSupplier wantsWorkforce,
      Consumer<JobSnapshot> onRead) {
    this.context = context;
    reader = new JobReader(context.services());
    this.wantsWorkforce = wantsWorkforce;
    this.onRead = onRead;
    timeline.setCycleCount(Animation.INDEFINITE);
    setInterval(interval);
  }

  /// Changes how often it reads.
  public void setInterval(Duration interval) {
    boolean running = isRunning();
    timeline.stop();
    timeline
        .getKeyFrames()
        .setAll(new KeyFrame(javafx.util.Duration.millis(interval.toMillis()), tick -> tick()));
    if (running) {
      timeline.play();
    }
  }

  /// Follows a job to its end, beginning now.
  public void follow(JobId job) {
    followed.add(job);
    pollNow();
  }

  /// Reads at once, or as soon as the read under way is done; and goes on while anything is live.
  public void pollNow() {
    if (closed) {
      return;
    }
    timeline.play();
    again = reading;
    if (!reading) {
      read();
    }
  }

  /// While somebody looks at the list of jobs it goes on also when none is live.
  public void watch(boolean on) {
    watched = on;
    if (on) {
      pollNow();
    }
  }

  boolean isRunning() {
    return timeline.getStatus() == Animation.Status.RUNNING;
  }

  public void close() {
    closed = true;
    timeline.stop();
  }

  private void tick() {
    if (!reading) {
      read();
    }
  }

  private void read() {
    reading = true;
    Set<JobId> wanted = Set.copyOf(followed);
    boolean withWorkforce = watched || wantsWorkforce.getAsBoolean();
    context
        .background()
        .run(() -> reader.read(wanted, withWorkforce), read -> done(wanted, read), this::failed);
  }

  private void done(Set<JobId> wanted, JobSnapshot read) {
    context.health().answered();
    reading = false;
    followed.removeAll(wanted);
    read.jobs().stream()
        .filter(job -> !job.status().isTerminal())
        .map(Job::id)
        .forEach(followed::add);
    onRead.accept(read);
    if (again) {
      again = false;
      pollNow();
    } else if (followed.isEmpty() && !watched) {
      timeline.stop();
    }
  }

  private void failed(Exception failure) {
    reading = false;
    again = false;
    if (!context.health().failed(failure)) {
      LOG.warn("Cannot read the jobs, trying again at the next tick", failure);
    }
  }
}
