package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.Progress;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the lease of a run, learns from the store that the run is to stop, and takes its progress
/// to the record.
///
/// It runs on a thread of its own, which may hang while the store is away. So it is the run that
/// looks at [#keptUntil] and stops by itself.
final class Heartbeat implements AutoCloseable {
  /// Which part of a lease is left when a run stops because it could not be kept.
  private static final int MARGIN_PART = 5;

  /// How often progress is written at most.
  static final Duration PROGRESS_EVERY = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Lease lease;
  private final WorkerStores stores;
  private final Cancellation cancellation;
  private final RunProgress progress;
  private final RunWatchdog watch;
  private final Runnable onStuck;
  private final Ticker ticker;
  private final List<Future<?>> scheduled = new ArrayList<>();
  private final Duration keptFor;
  private volatile long keptUntil;
  private boolean stuck;

  /// @param onStuck called once where the run does not get on any more
  /// @param leasedAt a moment before the lease was claimed, by the ticker
  Heartbeat(
      Lease lease,
      WorkerStores stores,
      Cancellation cancellation,
      RunProgress progress,
      RunWatchdog watch,
      Runnable onStuck,
      Ticker ticker,
      long leasedAt) {
    this.lease = lease;
    this.stores = stores;
    this.cancellation = cancellation;
    this.progress = progress;
    this.watch = watch;
    this.onStuck = onStuck;
    this.ticker = ticker;
    this.keptFor = keptFor(stores.queue().leaseTime());
    this.keptUntil = leasedAt + keptFor.toNanos();
  }

  /// How long a run may go on after a heartbeat, where a lease lives for this time.
  static Duration keptFor(Duration leaseTime) {
    return leaseTime.minus(leaseTime.dividedBy(MARGIN_PART));
  }

  void start(ScheduledExecutorService scheduler, Duration every) {
    scheduled.add(
        scheduler.scheduleWithFixedDelay(
            this::beat, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS));
    scheduled.add(
        scheduler.scheduleWithFixedDelay(
            this::writeProgress,
            PROGRESS_EVERY.toMillis(),
            PROGRESS_EVERY.toMillis(),
            TimeUnit.MILLISECONDS));
  }

  /// Until when the run may go on without another heartbeat, by the ticker.
  long keptUntil() {
    return keptUntil;
  }

  /// Keeps the lease once, or cancels the run with the reason why it could not. The lease of a run
  /// that is stuck is left to run out: another worker takes the job, and the run's late result is
  /// refused.
  void beat() {
    if (watch.isStuck()) {
      giveUp();
      return;
    }
    long sentAt = ticker.nanos();
    try {
      if (!stores.queue().heartbeat(lease)) {
        stopRun();
        return;
      }
      keptUntil = sentAt + keptFor.toNanos();
      if (recordedStatus() == JobStatus.CANCELLED) {
        cancellation.cancel(Cancellation.Reason.CANCELLED);
      }
    } catch (RuntimeException e) {
      LOG.warn("Heartbeat of job {} failed, trying again: {}", lease.jobId(), e.toString());
    }
  }

  private void giveUp() {
    if (stuck) {
      return;
    }
    stuck = true;
    LOG.error(
        "Job {} is stuck: its run neither ends nor gets on; its lease runs out", lease.jobId());
    cancellation.cancel(Cancellation.Reason.LEASE_LOST);
    onStuck.run();
  }

  /// Writes what is new of the progress.
  void writeProgress() {
    Progress unwritten = progress.takeUnwritten();
    if (unwritten == null) {
      return;
    }
    try {
      if (!stores.jobs().updateProgress(lease, unwritten)) {
        stopRun();
      }
    } catch (RuntimeException e) {
      LOG.debug("Progress of job {} not written: {}", lease.jobId(), e.toString());
    }
  }

  /// The store refused a write of this run: somebody cancelled it, or took it over.
  private void stopRun() {
    cancellation.cancel(
        recordedStatus() == JobStatus.CANCELLED
            ? Cancellation.Reason.CANCELLED
            : Cancellation.Reason.LEASE_LOST);
  }

  private @Nullable JobStatus recordedStatus() {
    try {
      return stores.jobs().find(lease.jobId()).map(Job::status).orElse(null);
    } catch (StoreException e) {
      LOG.debug("Record of job {} not read: {}", lease.jobId(), e.toString());
      return null;
    }
  }

  /// Ends it. A beat under way may still arrive at the store; a lease given back stays so.
  @Override
  public void close() {
    progress.close();
    scheduled.forEach(future -> future.cancel(false));
  }
}
