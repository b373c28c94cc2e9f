package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.job.Failure;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.RunSummary.Result;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a job when a run of it has ended: the record first learns the outcome, then the
/// queue lets the job go. Whatever cannot be written now is mended later: by the lease's end, or by
/// the [Reconciler].
final class JobFinalizer {
  private static final Logger LOG = LoggerFactory.getLogger(JobFinalizer.class);

  private final Lease lease;
  private final WorkerContext context;
  private final JobStore jobs;
  private final JobQueue queue;
  private final StoreRetry patience;
  private final Backoff backoff;

  JobFinalizer(Lease lease, WorkerContext context, StopSignal signal) {
    this.lease = lease;
    this.context = context;
    this.jobs = context.stores().jobs();
    this.queue = context.stores().queue();
    this.patience = new StoreRetry(signal, context);
    this.backoff = new Backoff(context.settings().retryBase(), Backoff.JOB_CAP, context.random());
  }

  /// @return what became of the run
  Result settle(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Completed() -> {
        LOG.info("Job {} completed; keeping its report", id());
        guarded("the sweep keeps its report", this::keepReport);
        dequeue();
        yield Result.COMPLETED;
      }
      case RunOutcome.Refused() -> {
        LOG.info("Job {} has ended or passed to another worker; the result is dropped", id());
        dequeue();
        yield Result.REFUSED;
      }
      case RunOutcome.Failed(Failure failure, var retryAfter, boolean isTry) -> {
        int attempts = lease.attempts() + (isTry ? 1 : 0);
        if (isTry && failure.kind().retryable() && attempts < maxAttempts()) {
          Duration delay = backoff.delay(attempts, retryAfter);
          LOG.info("Job {} failed ({}); again in {}", id(), failure, delay);
          release(attempts, delay);
          yield Result.RETRIED;
        }
        fail(failure, attempts);
        yield Result.FAILED;
      }
      case RunOutcome.Stopped(Cancellation.Reason reason) -> stopped(reason);
    };
  }

  private Result stopped(Cancellation.Reason reason) {
    if (reason == Cancellation.Reason.CANCELLED) {
      LOG.info("Job {} was cancelled", id());
      guarded(
          "the sweep goes on", () -> patience.call("cancel job " + id(), () -> jobs.cancel(id())));
      dequeue();
      return Result.CANCELLED;
    }
    LOG.info("Job {} stopped ({}); going back to the queue", id(), reason);
    release(lease.attempts(), Duration.ZERO);
    return Result.RELEASED;
  }

  /// Where the record cannot be written for good, the lease is left to run out: a later run tries.
  private void fail(Failure failure, int attempts) {
    LOG.warn("Job {} failed for good: {} ({})", id(), failure.kind(), failure.message());
    boolean written =
        guarded(
            "its lease runs out",
            () -> patience.call("fail job " + id(), () -> jobs.fail(lease, failure, attempts)));
    if (written) {
      dequeue();
    }
  }

  /// The queue first: a crash between the two leaves a record that says `processing` until the next
  /// claim. The other way round the failed try would be forgotten and count as a rescue.
  private void release(int attempts, Duration delay) {
    guarded(
        "its lease runs out",
        () -> {
          patience.call("release job " + id(), () -> queue.release(lease, attempts, delay));
          patience.call("release job " + id(), () -> jobs.release(lease, attempts, delay));
        });
  }

  private void dequeue() {
    guarded(
        "the sweep does", () -> patience.call("dequeue job " + id(), () -> queue.delete(lease)));
  }

  private void keepReport() {
    new ReportSaver(context.stores(), context.checker()).keep(id());
  }

  /// One more try is not worth a guess: a job whose record cannot be read has had its last one.
  private int maxAttempts() {
    int tries = context.settings().tries();
    Supplier<Integer> stored =
        () -> jobs.find(id()).map(job -> Math.max(job.maxAttempts(), tries)).orElse(0);
    try {
      return patience.call("read job " + id(), stored);
    } catch (StoreException e) {
      return 0;
    }
  }

  /// Does a step whose failure somebody else mends.
  private boolean guarded(String otherwise, Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Job {}: {}; {}", id(), ExceptionSummary.describe(e), otherwise);
      return false;
    }
  }

  private JobId id() {
    return lease.jobId();
  }
}
