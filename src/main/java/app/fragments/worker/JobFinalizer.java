package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.job.Failure;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.RunSummary.Result;
import app.fragments.report.Report;
import app.fragments.store.ExceptionSummary;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the outcome of a run: first to the record, then to the queue. What cannot be written now
/// is repaired when the lease expires, or by the [Reconciler].
record JobFinalizer(Lease lease, WorkerContext context, StoreRetry retry) {
  private static final Logger LOG = LoggerFactory.getLogger(JobFinalizer.class);

  /// @return the result of the run
  Result finish(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Completed(Report report) -> {
        LOG.info("Job {} completed; saving its report", id());
        guarded(
            "save the report of",
            "the reconciler will",
            () -> context.reportSaver.save(id(), report));
        dequeue();
        yield Result.COMPLETED;
      }
      case RunOutcome.Refused() -> {
        LOG.info("Job {} has ended or passed to another worker; discarding the result", id());
        // a worker that died after completing the job may have left its report unsaved
        guarded("save the report of", "the reconciler will", () -> context.reportSaver.save(id()));
        dequeue();
        yield Result.REFUSED;
      }
      case RunOutcome.Failed(Failure failure, var retryAfter, int attempts, boolean again) -> {
        if (again) {
          Duration delay = context.jobBackoff.delay(attempts, retryAfter);
          LOG.info("Job {} failed ({}); retrying in {}", id(), failure, delay);
          release(attempts, delay);
          yield Result.RETRIED;
        }
        LOG.warn("Job {} failed for good: {} ({})", id(), failure.kind(), failure.message());
        if (guarded("fail", "its lease will expire", () -> jobs().fail(lease, failure, attempts))) {
          dequeue();
        }
        yield Result.FAILED;
      }
      case RunOutcome.Stopped(var reason) when reason == Cancellation.Reason.CANCELLED -> {
        LOG.info("Job {} was cancelled", id());
        guarded("cancel", "the reconciler will", () -> jobs().cancel(id()));
        dequeue();
        yield Result.CANCELLED;
      }
      case RunOutcome.Stopped(var reason) -> {
        LOG.info("Job {} stopped ({}); giving it back to the queue", id(), reason);
        release(lease.attempts(), Duration.ZERO);
        yield Result.RELEASED;
      }
    };
  }

  /// Releases the queue item first: a crash in between leaves a record that says `processing` until
  /// the next claim. In the other order the failed attempt would be lost and count as a recovery.
  private void release(int attempts, Duration delay) {
    if (guarded(
        "release", "its lease will expire", () -> queue().release(lease, attempts, delay))) {
      guarded("release", "the next claim will", () -> jobs().release(lease, attempts, delay));
    }
  }

  private void dequeue() {
    guarded("dequeue", "the reconciler will", () -> queue().delete(lease));
  }

  /// Performs a step, and logs what happens instead if it fails.
  ///
  /// @return whether it succeeded
  private boolean guarded(String step, String otherwise, Supplier<?> call) {
    try {
      var _ = retry.call(step + " job " + id(), call);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Cannot {} job {}; {}: {}", step, id(), otherwise, ExceptionSummary.describe(e));
      return false;
    }
  }

  private JobStore jobs() {
    return context.stores.jobs();
  }

  private JobQueue queue() {
    return context.stores.queue();
  }

  private JobId id() {
    return lease.jobId();
  }
}
