package app.fragments.job;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How long the records of jobs are kept after their end. Reports are kept for ever: the record of
/// a completed job only goes once its report is among them.
///
/// @param completed for completed jobs
/// @param failed for failed and cancelled ones
public record RetentionPolicy(Duration completed, Duration failed) {
  public static final RetentionPolicy DEFAULT =
      new RetentionPolicy(Duration.ofDays(90), Duration.ofDays(30));

  /// As good as for ever.
  public static final RetentionPolicy ENDLESS =
      new RetentionPolicy(Duration.ofDays(36_500), Duration.ofDays(36_500));

  public RetentionPolicy {
    if (!completed.isPositive() || !failed.isPositive()) {
      throw new IllegalArgumentException("A record is kept longer than nothing");
    }
  }

  /// For each way a job ends.
  public Map<JobStatus, Duration> byStatus() {
    return new EnumMap<>(
        Map.of(
            JobStatus.COMPLETED, completed,
            JobStatus.FAILED, failed,
            JobStatus.CANCELLED, failed));
  }
}
