package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.job.Failure;
import app.fragments.report.Report;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a run of a job ended.
sealed interface RunOutcome {

  /// The record has the result.
  record Completed(Report report) implements RunOutcome {}

  /// The record refused a write of the run: the job has ended, or a later lease works on it.
  record Refused() implements RunOutcome {}

  /// The run failed.
  ///
  /// @param retryAfter how long the generator asked to wait, or null
  /// @param attempts how many runs have failed, this one included if it counts
  /// @param retry whether the job is tried again
  record Failed(Failure failure, @Nullable Duration retryAfter, int attempts, boolean retry)
      implements RunOutcome {}

  /// The run was stopped from outside.
  record Stopped(Cancellation.Reason reason) implements RunOutcome {}
}
