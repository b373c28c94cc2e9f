package app.fragments.job;

import app.fragments.store.WireName;
import java.util.EnumSet;
import java.util.Set;

/// The status of a job, with the only table of allowed transitions.
public enum JobStatus implements WireName {
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

  public boolean isTerminal() {
    return next().isEmpty();
  }
}
