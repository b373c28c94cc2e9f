package app.fragments.settings;

import app.fragments.settings.Settings.Range;

/// The settings for jobs.
///
/// @param pollSeconds how often a running job's record is read
/// @param workers jobs that the window runs in parallel
/// @param keepCompletedDays how long a completed job's record is kept; its report stays forever
/// @param keepFailedDays how long a failed or cancelled job's record is kept
/// @param callsPerMinute calls to Gemini that all workers of a process may start per minute
/// @param jobsPerUser jobs of one user that may run at once in the whole store, or [#NO_LIMIT]
public record JobSettings(
    int pollSeconds,
    int timeoutSeconds,
    int workers,
    int keepCompletedDays,
    int keepFailedDays,
    int callsPerMinute,
    int jobsPerUser) {
  public static final int NO_LIMIT = 0;
  public static final Range POLL_SECONDS = new Range(1, 60);
  public static final Range TIMEOUT_SECONDS = new Range(10, 3_600);
  public static final Range WORKERS = new Range(1, 8);
  public static final Range KEEP_DAYS = new Range(1, 3_650);
  public static final Range CALLS_PER_MINUTE = new Range(1, 1_000);
  public static final Range JOBS_PER_USER = new Range(1, 1_000);

  public static final JobSettings DEFAULT = new JobSettings(2, 180, 2, 90, 30, 60, NO_LIMIT);

  /// Whether running workers must be replaced when these settings become `others`.
  public boolean changeWorkersOf(JobSettings others) {
    return timeoutSeconds != others.timeoutSeconds
        || keepCompletedDays != others.keepCompletedDays
        || keepFailedDays != others.keepFailedDays
        || callsPerMinute != others.callsPerMinute
        || jobsPerUser != others.jobsPerUser;
  }
}
