package app.fragments.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The status of a job, with the only table of allowed transitions.
public enum JobStatus {
  PENDING,
  PROCESSING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /// The allowed transitions. A terminal status never changes.
  public Set<JobStatus> next() {
    return switch (this) {
      case PENDING -> EnumSet.of(PROCESSING, FAILED, CANCELLED);
      case PROCESSING -> EnumSet.of(PENDING, COMPLETED, FAILED, CANCELLED);
      case COMPLETED, FAILED, CANCELLED -> EnumSet.noneOf(JobStatus.class);
    };
  }

  public boolean canBecome(JobStatus other) {
    return next().contains(other);
  }

  public boolean isTerminal() {
    return next().isEmpty();
  }

  /// The name in JSON and in the database.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if unknown
  public static JobStatus ofWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
