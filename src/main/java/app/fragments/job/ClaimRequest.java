package app.fragments.job;

/// Who asks for work.
///
/// @param owner the worker's name, unique among all processes
/// @param perUser how many jobs of one user may run at once on the whole store, at least 1. The
///   workers of a store should agree on it: one that has no limit does not count against the
///   others'
public record ClaimRequest(String owner, int perUser) {
  /// No limit.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public ClaimRequest {
    if (perUser < 1) {
      throw new IllegalArgumentException("At least one job of a user may run");
    }
  }

  /// A worker that takes whatever waits.
  public static ClaimRequest of(String owner) {
    return new ClaimRequest(owner, UNLIMITED);
  }

  public boolean isLimited() {
    return perUser != UNLIMITED;
  }
}
