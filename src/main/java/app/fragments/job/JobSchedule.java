package app.fragments.job;

import java.time.Duration;

/// When a job runs.
///
/// @param delay how long after its submission the job cannot be claimed
public record JobSchedule(Priority priority, Duration delay) {
  public static final Duration LONGEST_DELAY = Duration.ofDays(366);

  public static final JobSchedule NOW = new JobSchedule(Priority.NORMAL, Duration.ZERO);

  public JobSchedule {
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException(
          "The delay must be from 0 to " + LONGEST_DELAY.toDays() + " days");
    }
  }
}
