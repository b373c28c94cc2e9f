package app.fragments.job;

/// A worker's request for a job.
///
/// @param owner the worker's name, unique among all processes
/// @param perUser how many jobs of one user may run at once on the store, at least 1. The workers
///   of a store should agree on it: jobs claimed without a limit do not count towards it
public record ClaimRequest(String owner, int perUser) {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public ClaimRequest {
    if (perUser < 1) {
      throw new IllegalArgumentException("At least one job per user");
    }
  }

  /// Without a limit.
  public static ClaimRequest of(String owner) {
    return new ClaimRequest(owner, UNLIMITED);
  }

  public boolean isLimited() {
    return perUser != UNLIMITED;
  }
}
