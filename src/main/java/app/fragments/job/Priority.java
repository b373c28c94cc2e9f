package app.fragments.job;

import app.fragments.store.WireName;
import java.util.Optional;
import java.util.stream.Stream;

/// The priority of a job. Of the jobs that are due, the most urgent is claimed first, then the one
/// that has waited longest.
public enum Priority implements WireName {
  HIGH(10),
  NORMAL(0),
  LOW(-10);

  private final int rank;

  Priority(int rank) {
    this.rank = rank;
  }

  /// The number in the database; higher is more urgent.
  public int rank() {
    return rank;
  }

  /// @param wire in any case
  public static Optional<Priority> ofWire(String wire) {
    return Stream.of(values()).filter(one -> one.wire().equalsIgnoreCase(wire)).findFirst();
  }

  /// The priority of a rank. Ranks in between, from other programs, count as the next lower one.
  public static Priority ofRank(long rank) {
    return Stream.of(values()).filter(one -> rank >= one.rank).findFirst().orElse(LOW);
  }
}
