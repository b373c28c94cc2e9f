package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the lease of a run alive, and cancels the run if the store refuses. Also its watchdog:
/// lets the lease of a stuck run expire.
///
/// Uses its own thread and connection. They may still hang during an outage, so the run itself
/// checks [#leaseDeadline] and stops when its lease may have expired.
final class Heartbeat implements AutoCloseable {
  /// A run stops when this fraction of its lease is left.
  private static final int MARGIN_FRACTION = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Lease lease;
  private final WorkerContext context;
  private final Cancellation cancellation;
  private final Duration safeTime;
  private final Duration maxStep;
  private volatile long leaseDeadline;
  private volatile long steppedAt;
  private @Nullable Future<?> scheduled;
  private boolean stuck;

  /// @param leasedAt a moment before the lease was claimed, by the monotonic clock
  Heartbeat(Lease lease, WorkerContext context, Cancellation cancellation, long leasedAt) {
    this.lease = lease;
    this.context = context;
    this.cancellation = cancellation;
    this.safeTime = safeTime(context.stores.queue().leaseTime());
    this.maxStep = context.settings.jobTimeout().plus(WorkerSettings.STUCK_AFTER);
    this.leaseDeadline = leasedAt + safeTime.toNanos();
    step();
  }

  /// How long a run may continue after a heartbeat: the lease time less a margin.
  static Duration safeTime(Duration leaseTime) {
    return leaseTime.minus(leaseTime.dividedBy(MARGIN_FRACTION));
  }

  void start(ScheduledExecutorService scheduler) {
    long interval = context.settings.heartbeat().toNanos();
    scheduled =
        scheduler.scheduleWithFixedDelay(this::beat, interval, interval, TimeUnit.NANOSECONDS);
  }

  /// Until when the run may continue without another heartbeat, by the monotonic clock.
  long leaseDeadline() {
    return leaseDeadline;
  }

  /// Records progress of the run. Each attempt to reach the store counts.
  void step() {
    steppedAt = context.monotonic.nanos();
  }

  /// Whether the current step of the run takes longer than allowed.
  boolean isStuck() {
    return context.monotonic.nanos() - steppedAt > maxStep.toNanos();
  }

  /// Renews the lease once, or cancels the run with the reason why it cannot. Lets the lease of a
  /// stuck run expire: another worker takes the job, and the late result of this run is refused.
  void beat() {
    if (isStuck()) {
      giveUp();
      return;
    }
    long sentAt = context.monotonic.nanos();
    try {
      if (!context.stores.heartbeatQueue().heartbeat(lease)) {
        cancelRun();
        return;
      }
      leaseDeadline = sentAt + safeTime.toNanos();
      if (recordedStatus() == JobStatus.CANCELLED) {
        cancellation.cancel(Cancellation.Reason.CANCELLED);
      }
    } catch (RuntimeException e) {
      LOG.warn("Heartbeat of job {} failed, retrying: {}", lease.jobId(), e.toString());
    }
  }

  private void giveUp() {
    if (stuck) {
      return;
    }
    stuck = true;
    LOG.error("Job {} is stuck; letting its lease expire", lease.jobId());
    cancellation.cancel(Cancellation.Reason.LEASE_LOST);
    context.listener.stuck(lease.jobId());
  }

  /// Cancels the run after the store refused one of its writes: the job was cancelled or taken
  /// over.
  void cancelRun() {
    cancellation.cancel(
        recordedStatus() == JobStatus.CANCELLED
            ? Cancellation.Reason.CANCELLED
            : Cancellation.Reason.LEASE_LOST);
  }

  private @Nullable JobStatus recordedStatus() {
    try {
      return context.stores.heartbeatJobs().find(lease.jobId()).map(Job::status).orElse(null);
    } catch (StoreException e) {
      LOG.debug("Cannot read the record of job {}: {}", lease.jobId(), e.toString());
      return null;
    }
  }

  /// Stops. A heartbeat under way may still reach the store, but cannot revive a released lease.
  @Override
  public void close() {
    if (scheduled != null) {
      scheduled.cancel(false);
    }
  }
}
