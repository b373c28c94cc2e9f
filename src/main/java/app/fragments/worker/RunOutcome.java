package app.fragments.worker;

import app.fragments.generator.Cancellation;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a run of a job ended.
sealed interface RunOutcome {

  /// The record has the report.
  record Completed() implements RunOutcome {}

  /// The record refused the run: it has ended, or a later lease works on it.
  record Refused() implements RunOutcome {}

  /// The run failed by itself.
  ///
  /// @param retryAfter how long the other side asked us to wait, or null
  /// @param isTry whether it counts as one of the job's tries
  record Failed(Failure failure, @Nullable Duration retryAfter, boolean isTry)
      implements RunOutcome {}

  /// The run was stopped from outside.
  record Stopped(Cancellation.Reason reason) implements RunOutcome {}

  static Failed failed(FailureKind kind, String message) {
    return new Failed(new Failure(kind, message), null, true);
  }

  /// The job is not tried at all any more.
  static Failed givenUp(FailureKind kind, String message) {
    return new Failed(new Failure(kind, message), null, false);
  }
}
