package app.fragments.job;

import java.util.Locale;

/// The stage of a job.
public enum Stage {
  /// Waiting for a worker.
  WAITING,
  /// Fetching the entries.
  READING,
  /// Waiting for the generator's first words.
  THINKING,
  /// The generator is writing.
  WRITING,
  /// Checking the response against the fragments.
  CHECKING;

  /// The name in JSON and in the database.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if unknown
  public static Stage ofWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
