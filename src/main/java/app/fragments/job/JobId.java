package app.fragments.job;

import java.util.UUID;

/// The id of a job, of its queue item and of its report.
public record JobId(String value) {

  public JobId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("Empty job id");
    }
  }

  public static JobId create() {
    return new JobId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
