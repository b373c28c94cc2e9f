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
/// [#runJob(JobId)]. Several workers may share a store, in one process or many.
///
/// [#wake()], [#drain()], [#stop()], [#cancelRunning(JobId)] and [#running()] may be called from
/// any thread and return at once.
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final String owner;
  private final ClaimRequest claimRequest;
  private final WorkerContext context;
  private final JobQueue queue;
  private final StopSignal signal;
  private final ScheduledThreadPoolExecutor heartbeats;
  private final ScheduledThreadPoolExecutor progressWrites;
  private volatile @Nullable Running running;
  private boolean claimUncertain;

  private record Running(JobId id, Cancellation cancellation) {}

  /// @param name for the log and the record; a suffix makes it unique among all processes and times
  public Worker(String name, WorkerContext context) {
    this(name, context, new StopSignal());
  }

  Worker(String name, WorkerContext context, StopSignal signal) {
    this.owner = name + "/" + UUID.randomUUID().toString().substring(0, 8);
    this.claimRequest = new ClaimRequest(owner, context.limits.perUser());
    this.context = context;
    this.queue = context.stores.queue();
    this.signal = signal;
    this.heartbeats = scheduler(name + "-heartbeat");
    this.progressWrites = scheduler(name + "-progress");
  }

  /// One thread that ends when it is idle.
  private static ScheduledThreadPoolExecutor scheduler(String name) {
    ScheduledThreadPoolExecutor scheduler =
        new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name(name).factory());
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(1, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
    return scheduler;
  }

  /// Runs jobs until [#stop()], [#drain()] or an interrupt. Survives outages of the store and
  /// anything that a job throws.
  public void run() {
    loop(() -> false);
  }

  /// Runs jobs until the queue is empty. Waits for delayed jobs and for those of other workers, and
  /// takes over the jobs of workers that died.
  public void runUntilEmpty() {
    loop(() -> queue.depth().total() == 0);
  }

  /// Claims the next job and runs it.
  ///
  /// @return false if there is nothing to claim, or the worker is ending
  /// @throws StoreUnavailableException if the store is unavailable during the claim; later the
  ///   worker waits for it
  public boolean runOne() {
    return runAndMark(() -> queue.claim(claimRequest));
  }

  /// Claims this job and runs it.
  ///
  /// @return false if it cannot be claimed: it has ended, is delayed, or another worker has it
  public boolean runJob(JobId id) {
    return runAndMark(() -> queue.claim(owner, id));
  }

  private boolean runAndMark(Supplier<Optional<Lease>> claim) {
    boolean ran = runClaimed(claim);
    context.reportSaver.markSaved();
    return ran;
  }

  /// Polls the queue now instead of at the next interval: a job was submitted.
  public void wake() {
    signal.wake();
  }

  /// Ends the worker. A running job goes back to the queue without counting an attempt.
  public void stop() {
    signal.stop();
    Running now = running;
    if (now != null) {
      now.cancellation().cancel(Cancellation.Reason.SHUTDOWN);
    }
  }

  /// Ends the worker after its current job.
  public void drain() {
    signal.drain();
  }

  /// Stops the job's run at once instead of at the next heartbeat. Call it after
  /// [app.fragments.job.JobService#cancel]. A run that already has its response ends as the record
  /// says.
  ///
  /// @return whether this worker runs the job
  public boolean cancelRunning(JobId id) {
    Running now = running;
    if (now == null || !now.id().equals(id)) {
      return false;
    }
    now.cancellation().cancel(Cancellation.Reason.CANCELLED);
    return true;
  }

  /// The running job.
  public Optional<JobId> running() {
    return Optional.ofNullable(running).map(Running::id);
  }

  private void loop(BooleanSupplier done) {
    LOG.info("Worker {} started", owner);
    int failures = 0;
    try {
      while (!signal.ending()) {
        try {
          context.reconciler.reconcileIfDue(context.settings.reconcileInterval());
          boolean ran = runClaimed(() -> queue.claim(claimRequest));
          failures = 0;
          if (!ran && !signal.ending()) {
            context.reportSaver.markSaved();
            if (done.getAsBoolean()) {
              break;
            }
            context.idlePoller.idle(signal, context.settings.idlePoll());
          }
        } catch (StoreUnavailableException e) {
          report(e, ++failures);
          context.outagePoller.idle(signal, context.storeBackoff.delay(failures));
        } catch (Throwable t) { // the next job may succeed
          report(t, ++failures);
          signal.pause(context.storeBackoff.delay(failures));
        }
      }
      context.reportSaver.markSaved();
    } finally {
      context.outagePoller.leave(signal);
      context.idlePoller.leave(signal);
    }
    LOG.info("Worker {} ended", owner);
    signal.restoreInterrupt();
  }

  private void report(Throwable thrown, int failures) {
    signal.consumeInterrupt();
    if (failures == 1) { // logged once until something succeeds
      LOG.error("Worker {} continues after an error: {}", owner, ExceptionSummary.describe(thrown));
    }
  }

  private boolean runClaimed(Supplier<Optional<Lease>> claim) {
    if (signal.ending()) {
      return false;
    }
    long before = context.monotonic.nanos();
    Optional<Lease> lease = claim(claim);
    context.outagePoller.leave(signal);
    if (lease.isPresent()) {
      context.idlePoller.leave(signal);
    }
    lease.ifPresent(won -> runLeased(won, before));
    signal.restoreInterrupt();
    return lease.isPresent();
  }

  /// If the reply to a claim was lost, the claim may have succeeded: this worker then has a lease
  /// that nobody else would take over before it expires.
  private Optional<Lease> claim(Supplier<Optional<Lease>> claim) {
    if (claimUncertain) {
      Optional<Lease> granted = queue.claimed(owner);
      claimUncertain = false;
      if (granted.isPresent()) {
        LOG.info("Job {} was claimed although the reply was lost", granted.get().jobId());
        return granted;
      }
    }
    claimUncertain = true;
    Optional<Lease> lease = claim.get();
    claimUncertain = false;
    return lease;
  }

  private void runLeased(Lease lease, long leasedAt) {
    JobId id = lease.jobId();
    Cancellation cancellation = new Cancellation();
    running = new Running(id, cancellation);
    if (signal.stopping()) { // stopped after the claim, when there was nothing to cancel yet
      cancellation.cancel(Cancellation.Reason.SHUTDOWN);
    }
    @Nullable RunSummary summary = null;
    try {
      RunOutcome outcome = execute(lease, cancellation, leasedAt);
      signal.consumeInterrupt();
      StoreRetry retry = new StoreRetry(signal, context, () -> {});
      RunSummary.Result result = new JobFinalizer(lease, context, retry).finish(outcome);
      summary = summary(lease, outcome, result, leasedAt);
    } finally {
      running = null;
      context.listener.ended(id);
      if (summary != null) {
        context.listener.runFinished(summary);
      }
    }
  }

  private RunOutcome execute(Lease lease, Cancellation cancellation, long leasedAt) {
    try (Heartbeat heartbeat = new Heartbeat(lease, context, cancellation, leasedAt);
        RunProgress progress =
            new RunProgress(lease, context.stores.jobs(), context.listener, heartbeat::cancelRun)) {
      heartbeat.start(heartbeats);
      progress.start(progressWrites);
      return new JobExecution(lease, context, cancellation, progress, heartbeat, signal).run();
    }
  }

  private RunSummary summary(
      Lease lease, RunOutcome outcome, RunSummary.Result result, long leasedAt) {
    RunOutcome.Failed failed = outcome instanceof RunOutcome.Failed f ? f : null;
    return new RunSummary(
        lease.jobId(),
        owner,
        lease.fencingToken(),
        result,
        failed == null ? null : failed.failure().kind(),
        lease.waited(),
        Duration.ofNanos(context.monotonic.nanos() - leasedAt),
        failed == null ? lease.attempts() : failed.attempts(),
        lease.recoveries());
  }
}
