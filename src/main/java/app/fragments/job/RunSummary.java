package app.fragments.job;

import app.fragments.store.WireName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The outcome of one run of a job, for logs and metrics.
///
/// @param waited how long the job had been due before it was claimed
/// @param attempts how many runs of the job have failed, this one included
/// @param recoveries how many runs of the job ended because their worker died
public record RunSummary(
    JobId jobId,
    String worker,
    long fencingToken,
    Result result,
    @Nullable FailureKind failure,
    Duration waited,
    Duration ran,
    int attempts,
    int recoveries) {

  public enum Result implements WireName {
    /// The record has the report.
    COMPLETED,
    /// The job failed for good.
    FAILED,
    /// The run failed; the job is retried.
    RETRIED,
    /// The user cancelled.
    CANCELLED,
    /// The run was stopped, and the job went back to the queue.
    RELEASED,
    /// The record refused the run's writes: the job had ended or passed to a later run.
    REFUSED
  }
}
