package app.fragments.job;

import java.util.UUID;

/// The name of a job, of its queue document and of the report it makes.
public record JobId(String value) {

  public JobId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A job id is never empty");
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
