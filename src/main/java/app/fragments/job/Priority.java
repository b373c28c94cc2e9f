package app.fragments.job;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How urgent a job is. Of the jobs that may be run, the most urgent is claimed first, and among
/// equals the one that has waited longest.
public enum Priority {
  HIGH(10),
  NORMAL(0),
  LOW(-10);

  private final int rank;

  Priority(int rank) {
    this.rank = rank;
  }

  /// The number in the database; a higher one goes first.
  public int rank() {
    return rank;
  }

  /// The name in JSON, on the command line and on the screen.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The priority of that name, in any case, or empty.
  public static Optional<Priority> ofWire(String wire) {
    return Stream.of(values()).filter(one -> one.wire().equalsIgnoreCase(wire)).findFirst();
  }

  /// The priority of that rank; one in between, of another program, counts as the next lower one.
  public static Priority ofRank(long rank) {
    return Stream.of(values()).filter(one -> rank >= one.rank).findFirst().orElse(LOW);
  }
}
