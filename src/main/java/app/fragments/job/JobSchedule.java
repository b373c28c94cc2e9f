package app.fragments.job;

import java.time.Duration;

/// When a job is to be run.
///
/// @param priority before or after which others
/// @param delay how long from the submit nobody may claim it; nothing for at once
public record JobSchedule(Priority priority, Duration delay) {
  /// The longest delay.
  public static final Duration LONGEST_DELAY = Duration.ofDays(366);

  public static final JobSchedule NOW = new JobSchedule(Priority.NORMAL, Duration.ZERO);

  public JobSchedule {
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("A job is for now or later, within a year");
    }
  }
}
