package app.fragments.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Where a job is. The table of allowed changes is here and nowhere else.
public enum JobStatus {
  PENDING,
  PROCESSING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /// Where a job of this status may go. A terminal status never changes.
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

  /// The status of that name.
  ///
  /// @throws IllegalArgumentException for an unknown one
  public static JobStatus ofWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
