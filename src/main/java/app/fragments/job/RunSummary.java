package app.fragments.job;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one run of a job came to, for logs and metrics.
///
/// @param jobId the job
/// @param worker who ran it
/// @param fencingToken the run's fence
/// @param result what became of it
/// @param failure why it failed, where it did, else null
/// @param waited how long the job had been due before it was claimed
/// @param ran how long the run took
/// @param attempts runs of the job that have failed, this one included
/// @param recoveries runs of the job whose worker vanished
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

  /// What becomes of a run.
  public enum Result {
    /// The record has the report.
    COMPLETED,
    /// The job failed for good.
    FAILED,
    /// The run failed; the job is tried again.
    RETRIED,
    /// The user cancelled.
    CANCELLED,
    /// The run was stopped, and the job given back.
    RELEASED,
    /// The record refused the run's writes: the job has ended or belongs to a later run.
    REFUSED;

    /// The name in JSON and in metrics.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
