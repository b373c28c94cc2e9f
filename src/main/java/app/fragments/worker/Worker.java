package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.Lease;
import app.fragments.job.RunSummary;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims jobs and runs them, one at a time, on the thread that calls [#run()], [#runOne()] or
/// [#runJob(JobId)]; several workers may share a store, in one process or many.
///
/// [#wake()], [#drain()], [#stop()], [#cancelRunning(JobId)] and [#running()] may be called from
/// any thread and return at once.
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration THREAD_IDLE = Duration.ofSeconds(1);

  private final String owner;
  private final ClaimRequest claimant;
  private final WorkerContext context;
  private final JobQueue queue;
  private final StopSignal signal;
  private final ScheduledThreadPoolExecutor heartbeats;
  private final Backoff backoff;
  private volatile @Nullable Running running;
  private boolean claimIsUnsure;

  /// A job being run, and the way to stop it.
  private record Running(JobId id, Cancellation cancellation) {}

  /// @param name for the log and the record; made unique here, so that one used again never passes
  ///   for the worker that had it before
  public Worker(String name, WorkerContext context) {
    this(name, context, new StopSignal());
  }

  Worker(String name, WorkerContext context, StopSignal signal) {
    this.signal = signal;
    this.owner = name + "/" + UUID.randomUUID().toString().substring(0, 8);
    this.claimant = new ClaimRequest(owner, context.limits().perUser());
    this.context = context;
    this.queue = context.stores().queue();
    this.backoff = context.storeBackoff();
    this.heartbeats =
        new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name(name + "-heartbeat").factory());
    heartbeats.setRemoveOnCancelPolicy(true);
    heartbeats.setKeepAliveTime(THREAD_IDLE.toSeconds(), TimeUnit.SECONDS);
    heartbeats.allowCoreThreadTimeOut(true);
  }

  /// Runs jobs until [#stop()] or an interrupt. Outlives outages of the store and whatever a job
  /// throws.
  public void run() {
    loop(() -> false);
  }

  /// Runs jobs until the queue is empty: waits for delayed ones and for what others hold, and takes
  /// up what a lost worker held.
  public void runUntilEmpty() {
    loop(() -> queue.depth().total() == 0);
  }

  /// Claims the job that has waited longest and runs it to its end.
  ///
  /// @return false where there is nothing to claim, or the worker is stopped
  /// @throws StoreUnavailableException where the store is away at the claim; later on the worker
  ///   waits for it
  public boolean runOne() {
    return runClaimed(() -> queue.claim(claimant));
  }

  /// The same for this job and no other.
  ///
  /// @return false where it cannot be claimed: it has ended, waits for its time or another has it
  public boolean runJob(JobId id) {
    return runClaimed(() -> queue.claim(owner, id));
  }

  /// Looks for work now instead of at the next poll: something was submitted.
  public void wake() {
    signal.wake();
  }

  /// Ends the worker; a running job goes back to the queue, and the run counts for nothing.
  public void stop() {
    signal.stop();
    Running now = running;
    if (now != null) {
      now.cancellation().cancel(Cancellation.Reason.SHUTDOWN);
    }
  }

  /// Ends the worker with the job that it has in hand, and takes no other.
  public void drain() {
    signal.drain();
  }

  /// Stops the job's run here at once, without waiting for the heartbeat to learn that it was
  /// cancelled: to be called after [JobService#cancel]. A run that has its answer already ends by
  /// what the record says.
  ///
  /// @return whether this worker runs it
  public boolean cancelRunning(JobId id) {
    Running now = running;
    if (now == null || !now.id().equals(id)) {
      return false;
    }
    now.cancellation().cancel(Cancellation.Reason.CANCELLED);
    return true;
  }

  /// The job being run.
  public Optional<JobId> running() {
    return Optional.ofNullable(running).map(Running::id);
  }

  private void loop(BooleanSupplier done) {
    LOG.info("Worker {} started", owner);
    int failures = 0;
    try {
      while (!signal.ending()) {
        try {
          context.reconciler().reconcileIfDue(context.settings().reconcileInterval());
          boolean worked = runOne();
          failures = 0;
          if (!worked && !signal.ending()) {
            if (done.getAsBoolean()) {
              break;
            }
            context.idlePoller().idle(signal, context.settings().idlePoll());
          }
        } catch (StoreUnavailableException e) {
          pauseAfter(e, ++failures);
          context.outagePoller().idle(signal, backoff.delay(failures));
        } catch (Throwable t) { // whatever it is, the next job may succeed
          pauseAfter(t, ++failures);
          signal.pause(backoff.delay(failures));
        }
      }
    } finally {
      context.outagePoller().leave(signal);
      context.idlePoller().leave(signal);
    }
    LOG.info("Worker {} ended", owner);
    signal.restoreInterrupt();
  }

  private void pauseAfter(Throwable thrown, int failures) {
    signal.heedInterrupt();
    if (failures == 1) { // logged once until something succeeds
      LOG.error("Worker {} continues after {}", owner, ExceptionSummary.describe(thrown));
    }
  }

  private boolean runClaimed(Supplier<Optional<Lease>> claim) {
    if (signal.ending()) {
      return false;
    }
    long before = context.ticker().nanos();
    Optional<Lease> lease = claimSurely(claim);
    context.outagePoller().leave(signal);
    if (lease.isPresent()) {
      context.idlePoller().leave(signal);
    }
    lease.ifPresent(won -> runLeased(won, before));
    signal.restoreInterrupt();
    return lease.isPresent();
  }

  /// A claim whose answer was lost may have been granted: then that job is this worker's, and
  /// nobody else would take it up before its lease runs out.
  private Optional<Lease> claimSurely(Supplier<Optional<Lease>> claim) {
    if (claimIsUnsure) {
      Optional<Lease> granted = queue.claimed(owner);
      claimIsUnsure = false;
      if (granted.isPresent()) {
        LOG.info("Job {} was claimed although the answer was lost", granted.get().jobId());
        return granted;
      }
    }
    claimIsUnsure = true;
    Optional<Lease> lease = claim.get();
    claimIsUnsure = false;
    return lease;
  }

  private void runLeased(Lease lease, long leasedAt) {
    JobId id = lease.jobId();
    Cancellation cancellation = new Cancellation();
    RunProgress progress = new RunProgress(id, context.listener());
    running = new Running(id, cancellation);
    if (signal.stopping()) { // asked between the claim and now, when there was nothing to cancel
      cancellation.cancel(Cancellation.Reason.SHUTDOWN);
    }
    @Nullable RunSummary summary = null;
    try {
      RunOutcome outcome = work(lease, cancellation, progress, leasedAt);
      summary = summary(lease, outcome, settle(lease, outcome), leasedAt);
    } finally {
      running = null;
      context.listener().ended(id);
      if (summary != null) {
        context.listener().summed(summary);
      }
    }
  }

  private RunSummary summary(
      Lease lease, RunOutcome outcome, RunSummary.Result result, long leasedAt) {
    boolean failed = outcome instanceof RunOutcome.Failed;
    boolean isTry = outcome instanceof RunOutcome.Failed failure && failure.isTry();
    return new RunSummary(
        lease.jobId(),
        owner,
        lease.fencingToken(),
        result,
        failed ? ((RunOutcome.Failed) outcome).failure().kind() : null,
        lease.waited(),
        Duration.ofNanos(context.ticker().nanos() - leasedAt),
        lease.attempts() + (isTry ? 1 : 0),
        lease.recoveries());
  }

  private RunOutcome work(
      Lease lease, Cancellation cancellation, RunProgress progress, long leasedAt) {
    RunWatchdog watch = new RunWatchdog(context);
    try (Heartbeat heartbeat =
        new Heartbeat(
            lease,
            context.stores(),
            cancellation,
            progress,
            watch,
            () -> context.listener().stuck(lease.jobId()),
            context.ticker(),
            leasedAt)) {
      heartbeat.start(heartbeats, context.settings().heartbeat());
      return new JobExecution(lease, context, cancellation, progress, heartbeat, watch, signal)
          .outcome();
    }
  }

  private RunSummary.Result settle(Lease lease, RunOutcome outcome) {
    signal.heedInterrupt();
    return new JobFinalizer(lease, context, signal).settle(outcome);
  }
}
