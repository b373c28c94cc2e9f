package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the records of the user's live jobs at intervals, for as long as there are any.
///
/// Each tick starts a read on a background thread; reads never overlap. Ticks continue while the
/// store is unreachable and stop once every followed job has ended. On the FX thread.
public final class JobPoller {
  private static final Logger LOG = LoggerFactory.getLogger(JobPoller.class);
  private static final Set<JobStatus> LIVE = EnumSet.of(JobStatus.PENDING, JobStatus.PROCESSING);
  private static final int LIMIT = 100;

  private final UiContext context;
  private final BooleanSupplier needsOthers;
  private final Consumer<Snapshot> onRead;
  private final Timeline timeline = new Timeline();
  private final Set<JobId> followed = new HashSet<>();
  private boolean reading;
  private boolean again;
  private boolean watched;
  private boolean closed;

  /// @param jobs those that are live, and followed ones that have ended
  /// @param gone followed jobs whose record no longer exists
  public record Snapshot(
      List<Job> jobs,
      Set<JobId> gone,
      QueueStatus.@Nullable Others others,
      @Nullable Instant storeTime) {}

  /// @param needsOthers whether to read the other processes even if nobody watches the list of jobs
  /// @param onRead gets what was read, on the FX thread
  public JobPoller(
      UiContext context,
      Duration interval,
      BooleanSupplier needsOthers,
      Consumer<Snapshot> onRead) {
    this.context = context;
    this.needsOthers = needsOthers;
    this.onRead = onRead;
    timeline.setCycleCount(Animation.INDEFINITE);
    setInterval(interval);
  }

  public void setInterval(Duration interval) {
    boolean running = isRunning();
    timeline.stop();
    javafx.util.Duration pause = javafx.util.Duration.millis(interval.toMillis());
    timeline.getKeyFrames().setAll(new KeyFrame(pause, tick -> tick()));
    if (running) {
      timeline.play();
    }
  }

  /// Follows a job to its end, starting now.
  public void follow(JobId job) {
    followed.add(job);
    pollNow();
  }

  /// Reads now, or again after the read in progress, and then at intervals while any job is live.
  public void pollNow() {
    if (closed) {
      return;
    }
    timeline.play();
    again = reading;
    tick();
  }

  /// Polls while the list of jobs is watched, even if no job is live.
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

  /// Starts a read unless one is in progress.
  void tick() {
    if (reading) {
      return;
    }
    reading = true;
    Set<JobId> wanted = Set.copyOf(followed);
    boolean withOthers = watched || needsOthers.getAsBoolean();
    context.run(() -> read(wanted, withOthers), read -> done(wanted, read), this::failed);
  }

  private void done(Set<JobId> wanted, Snapshot read) {
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
    context.failed(failure, "Cannot read the jobs, trying again at the next tick");
  }

  private Snapshot read(Set<JobId> wanted, boolean withOthers) {
    UiServices services = context.services();
    JobStore store = services.jobs();
    List<Job> jobs = new ArrayList<>(store.list(services.userId(), LIVE, LIMIT));
    Set<JobId> gone = new HashSet<>(wanted);
    jobs.forEach(job -> gone.remove(job.id()));
    List<Job> ended = gone.stream().flatMap(id -> find(store, id).stream()).toList();
    ended.forEach(job -> gone.remove(job.id()));
    jobs.addAll(ended);
    boolean anyWaits = jobs.stream().anyMatch(job -> job.status() == JobStatus.PENDING);
    boolean anyDelayed = anyWaits && jobs.stream().anyMatch(job -> job.notBefore() != null);
    return new Snapshot(
        jobs,
        gone,
        withOthers ? others(services, anyWaits) : null,
        anyDelayed ? services.storeClock().now() : null);
  }

  /// Empty for a record that cannot be read, so that the others are still shown.
  private static Optional<Job> find(JobStore store, JobId id) {
    try {
      return store.find(id);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.warn("Cannot read job {}, leaving it out", id, e);
      return Optional.empty();
    }
  }

  private static QueueStatus.Others others(UiServices services, boolean withDepth) {
    @Nullable String host = services.hostName().orElse(null);
    List<RegisteredWorker> processes =
        services.registry().alive().stream().filter(one -> !isThisWindow(one, host)).toList();
    return new QueueStatus.Others(processes, host, withDepth ? services.queue().depth() : null);
  }

  private static boolean isThisWindow(RegisteredWorker one, @Nullable String host) {
    return one.kind() == RegisteredWorker.Kind.WINDOW
        && one.pid() == ProcessHandle.current().pid()
        && (host == null || host.equals(one.host()));
  }
}
