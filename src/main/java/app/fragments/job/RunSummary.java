package app.fragments.job;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The outcome of one run of a job, for logs and metrics.
///
/// @param failure why it failed, or null
/// @param waited how long the job had been due before it was claimed
/// @param ran how long the run took
/// @param attempts how many runs of the job have failed, this one included
/// @param recoveries how many runs of the job vanished
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

  public enum Result {
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
    REFUSED;

    /// The name in JSON and in metrics.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
