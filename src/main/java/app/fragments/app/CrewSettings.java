package app.fragments.app;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.job.Claimant;
import app.fragments.job.Retention;
import app.fragments.settings.Configuration;
import app.fragments.settings.JobSettings;
import app.fragments.weave.Crew;
import app.fragments.weave.Ticker;
import java.util.Objects;

/// What the configuration says about the workers of a process as a whole.
///
/// @param perUser how many jobs of one user may run at once on the store, see [Claimant]
/// @param callsPerMinute how many calls of Gemini may start, in all
/// @param retention how long the records of ended jobs are kept
record CrewSettings(int perUser, int callsPerMinute, Retention retention) {

  static CrewSettings of(Configuration configuration) {
    int perUser = configuration.jobsPerUser().value();
    return new CrewSettings(
        perUser == JobSettings.NO_LIMIT ? Claimant.UNLIMITED : perUser,
        configuration.callsPerMinute().value(),
        new Retention(configuration.keepCompleted().value(), configuration.keepFailed().value()));
  }

  /// The same, but for what a command was told.
  CrewSettings with(WorkOptions told) {
    return new CrewSettings(
        Objects.requireNonNullElse(told.perUser(), perUser),
        Objects.requireNonNullElse(told.callsPerMinute(), callsPerMinute),
        new Retention(
            Objects.requireNonNullElse(told.keepCompleted(), retention.completed()),
            Objects.requireNonNullElse(told.keepFailed(), retention.failed())));
  }

  Crew crew() {
    return new Crew(perUser, callsPerMinute, retention, Ticker.SYSTEM);
  }
}
