package app.fragments.job;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How long the records of finished jobs are kept. Reports are not affected: a completed record is
/// deleted only after its report is saved.
///
/// @param completed for completed jobs
/// @param failed for failed and cancelled ones
public record RetentionPolicy(Duration completed, Duration failed) {
  /// Practically forever.
  public static final RetentionPolicy ENDLESS =
      new RetentionPolicy(Duration.ofDays(36_500), Duration.ofDays(36_500));

  public RetentionPolicy {
    if (!completed.isPositive() || !failed.isPositive()) {
      throw new IllegalArgumentException("Retention times must be positive");
    }
  }

  /// The retention time for each terminal status.
  public Map<JobStatus, Duration> byStatus() {
    return new EnumMap<>(
        Map.of(
            JobStatus.COMPLETED, completed,
            JobStatus.FAILED, failed,
            JobStatus.CANCELLED, failed));
  }
}
