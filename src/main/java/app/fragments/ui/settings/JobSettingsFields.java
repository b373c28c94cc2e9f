package app.fragments.ui.settings;

import app.fragments.settings.JobSettings;

/// The numbers about jobs that are typed into the Settings page. On the FX thread.
final class JobSettingsFields {
  private final ValidatedField workers;
  private final ValidatedField timeout;
  private final ValidatedField poll;
  private final ValidatedField calls;
  private final ValidatedField perUser;
  private final ValidatedField keepCompleted;
  private final ValidatedField keepFailed;

  /// @param onValid hears of each text that was typed and nothing is wrong with
  JobSettingsFields(InputValidation checks, Runnable onValid) {
    workers = new ValidatedField(checks.number(JobSettings.WORKERS), onValid);
    timeout = new ValidatedField(checks.number(JobSettings.TIMEOUT_SECONDS), onValid);
    poll = new ValidatedField(checks.number(JobSettings.POLL_SECONDS), onValid);
    calls = new ValidatedField(checks.number(JobSettings.CALLS_PER_MINUTE), onValid);
    perUser = new ValidatedField(checks.numberOrNothing(JobSettings.JOBS_PER_USER), onValid);
    keepCompleted = new ValidatedField(checks.number(JobSettings.KEEP_DAYS), onValid);
    keepFailed = new ValidatedField(checks.number(JobSettings.KEEP_DAYS), onValid);
  }

  /// Jobs side by side.
  ValidatedField workers() {
    return workers;
  }

  /// Seconds that a job may take.
  ValidatedField timeout() {
    return timeout;
  }

  /// Seconds between two reads of a running job's record.
  ValidatedField poll() {
    return poll;
  }

  /// Calls of Gemini a minute.
  ValidatedField calls() {
    return calls;
  }

  /// Jobs of one user at once; empty for no limit.
  ValidatedField perUser() {
    return perUser;
  }

  /// Days that the record of a completed job is kept.
  ValidatedField keepCompleted() {
    return keepCompleted;
  }

  /// Days that the record of a failed or cancelled job is kept.
  ValidatedField keepFailed() {
    return keepFailed;
  }

  /// Shows what is in force.
  void load(JobSettings jobs) {
    workers.load(String.valueOf(jobs.workers()), null);
    timeout.load(String.valueOf(jobs.timeoutSeconds()), null);
    poll.load(String.valueOf(jobs.pollSeconds()), null);
    calls.load(String.valueOf(jobs.callsPerMinute()), null);
    perUser.load(
        jobs.jobsPerUser() == JobSettings.NO_LIMIT ? "" : String.valueOf(jobs.jobsPerUser()), null);
    keepCompleted.load(String.valueOf(jobs.keepCompletedDays()), null);
    keepFailed.load(String.valueOf(jobs.keepFailedDays()), null);
  }

  /// What is typed, and of `before` what is not typed well.
  JobSettings typed(JobSettings before) {
    return new JobSettings(
        number(poll, before.pollSeconds()),
        number(timeout, before.timeoutSeconds()),
        number(workers, before.workers()),
        number(keepCompleted, before.keepCompletedDays()),
        number(keepFailed, before.keepFailedDays()),
        number(calls, before.callsPerMinute()),
        perUser.value().isEmpty() ? JobSettings.NO_LIMIT : number(perUser, before.jobsPerUser()));
  }

  private static int number(ValidatedField field, int before) {
    return field.isValid() ? Integer.parseInt(field.value()) : before;
  }
}
