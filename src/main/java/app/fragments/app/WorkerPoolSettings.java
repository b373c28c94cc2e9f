package app.fragments.app;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.job.ClaimRequest;
import app.fragments.job.RetentionPolicy;
import app.fragments.settings.Configuration;
import app.fragments.settings.JobSettings;
import app.fragments.worker.Ticker;
import app.fragments.worker.WorkerPool;
import java.util.Objects;

/// What the configuration says about the workers of a process as a whole.
///
/// @param perUser how many jobs of one user may run at once on the store, see [ClaimRequest]
/// @param callsPerMinute how many calls of Gemini may start, in all
/// @param retention how long the records of ended jobs are kept
record WorkerPoolSettings(int perUser, int callsPerMinute, RetentionPolicy retention) {

  static WorkerPoolSettings of(Configuration configuration) {
    int perUser = configuration.jobsPerUser().value();
    return new WorkerPoolSettings(
        perUser == JobSettings.NO_LIMIT ? ClaimRequest.UNLIMITED : perUser,
        configuration.callsPerMinute().value(),
        new RetentionPolicy(
            configuration.keepCompleted().value(), configuration.keepFailed().value()));
  }

  /// The same, but for what a command was told.
  WorkerPoolSettings with(WorkOptions told) {
    return new WorkerPoolSettings(
        Objects.requireNonNullElse(told.perUser(), perUser),
        Objects.requireNonNullElse(told.callsPerMinute(), callsPerMinute),
        new RetentionPolicy(
            Objects.requireNonNullElse(told.keepCompleted(), retention.completed()),
            Objects.requireNonNullElse(told.keepFailed(), retention.failed())));
  }

  WorkerPool crew() {
    return new WorkerPool(perUser, callsPerMinute, retention, Ticker.SYSTEM);
  }
}
