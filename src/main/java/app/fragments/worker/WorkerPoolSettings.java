package app.fragments.worker;

import app.fragments.job.ClaimRequest;
import app.fragments.job.RetentionPolicy;

/// The limits that all workers of a process share.
///
/// @param perUser how many jobs of one user may run at once on the store, see [ClaimRequest]
/// @param callsPerMinute how many calls of a metered generator may start per minute
/// @param retention how long the records of ended jobs are kept
public record WorkerPoolSettings(int perUser, int callsPerMinute, RetentionPolicy retention) {
  /// More calls per minute than any worker makes.
  private static final int UNLIMITED_CALLS = 60_000;

  public static final WorkerPoolSettings UNLIMITED =
      new WorkerPoolSettings(ClaimRequest.UNLIMITED, UNLIMITED_CALLS, RetentionPolicy.DEFAULT);
}
