package app.fragments.ui.settings;

import app.fragments.settings.JobSettings;

/// The numbers about jobs that are typed into the Settings page. On the FX thread.
final class JobFields {
  private final Field workers;
  private final Field timeout;
  private final Field poll;
  private final Field calls;
  private final Field perUser;
  private final Field keepCompleted;
  private final Field keepFailed;

  /// @param onValid hears of each text that was typed and nothing is wrong with
  JobFields(Checks checks, Runnable onValid) {
    workers = new Field(checks.number(JobSettings.WORKERS), onValid);
    timeout = new Field(checks.number(JobSettings.TIMEOUT_SECONDS), onValid);
    poll = new Field(checks.number(JobSettings.POLL_SECONDS), onValid);
    calls = new Field(checks.number(JobSettings.CALLS_PER_MINUTE), onValid);
    perUser = new Field(checks.numberOrNothing(JobSettings.JOBS_PER_USER), onValid);
    keepCompleted = new Field(checks.number(JobSettings.KEEP_DAYS), onValid);
    keepFailed = new Field(checks.number(JobSettings.KEEP_DAYS), onValid);
  }

  /// Jobs side by side.
  Field workers() {
    return workers;
  }

  /// Seconds that a job may take.
  Field timeout() {
    return timeout;
  }

  /// Seconds between two reads of a running job's record.
  Field poll() {
    return poll;
  }

  /// Calls of Gemini a minute.
  Field calls() {
    return calls;
  }

  /// Jobs of one user at once; empty for no limit.
  Field perUser() {
    return perUser;
  }

  /// Days that the record of a completed job is kept.
  Field keepCompleted() {
    return keepCompleted;
  }

  /// Days that the record of a failed or cancelled job is kept.
  Field keepFailed() {
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

  private static int number(Field field, int before) {
    return field.isValid() ? Integer.parseInt(field.value()) : before;
  }
}
