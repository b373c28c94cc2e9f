package app.fragments.settings;

import app.fragments.settings.Settings.Range;

/// The part of the settings that is about jobs.
///
/// @param pollSeconds how often a running job's record is read, 1 to 60
/// @param timeoutSeconds how long a job may take, 10 to 3600
/// @param workers jobs side by side in the window, 1 to 8
/// @param keepCompletedDays how long the record of a completed job is kept, 1 to 3650; its report
///   is kept for ever
/// @param keepFailedDays how long the record of a failed or cancelled job is kept, 1 to 3650
/// @param callsPerMinute how many calls of Gemini the workers of one process start in a minute, in
///   all, 1 to 1000
/// @param jobsPerUser how many jobs of one user may run at once on the whole store, 1 to 1000, or
///   [#NO_LIMIT]
public record JobSettings(
    int pollSeconds,
    int timeoutSeconds,
    int workers,
    int keepCompletedDays,
    int keepFailedDays,
    int callsPerMinute,
    int jobsPerUser) {
  /// As many jobs of one user at once as there are workers.
  public static final int NO_LIMIT = 0;

  public static final Range POLL_SECONDS = new Range(1, 60);
  public static final Range TIMEOUT_SECONDS = new Range(10, 3_600);
  public static final Range WORKERS = new Range(1, 8);
  public static final Range KEEP_DAYS = new Range(1, 3_650);
  public static final Range CALLS_PER_MINUTE = new Range(1, 1_000);
  public static final Range JOBS_PER_USER = new Range(1, 1_000);

  public static final JobSettings DEFAULT = new JobSettings(2, 180, 2, 90, 30, 60, NO_LIMIT);

  /// Whether a worker made by these settings would work otherwise than one made by others.
  public boolean changeWorkersOf(JobSettings others) {
    return timeoutSeconds != others.timeoutSeconds
        || keepCompletedDays != others.keepCompletedDays
        || keepFailedDays != others.keepFailedDays
        || callsPerMinute != others.callsPerMinute
        || jobsPerUser != others.jobsPerUser;
  }

  public JobSettings withPollSeconds(int value) {
    return new JobSettings(
        value,
        timeoutSeconds,
        workers,
        keepCompletedDays,
        keepFailedDays,
        callsPerMinute,
        jobsPerUser);
  }

  public JobSettings withWorkers(int value) {
    return new JobSettings(
        pollSeconds,
        timeoutSeconds,
        value,
        keepCompletedDays,
        keepFailedDays,
        callsPerMinute,
        jobsPerUser);
  }

  public JobSettings withJobsPerUser(int value) {
    return new JobSettings(
        pollSeconds,
        timeoutSeconds,
        workers,
        keepCompletedDays,
        keepFailedDays,
        callsPerMinute,
        value);
  }
}
