package app.fragments.job;

import java.util.Locale;

/// What a running job is doing.
public enum Stage {
  /// Waits for a worker.
  WAITING,
  /// Fetches the entries.
  READING,
  /// The generator is at work, nothing has come yet.
  THINKING,
  /// The generator writes.
  WRITING,
  /// The answer is checked against the fragments.
  CHECKING;

  /// The name in JSON and in the database.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The stage of that name.
  ///
  /// @throws IllegalArgumentException for an unknown one
  public static Stage ofWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
