package app.fragments.settings;

/// A value in force and its origin.
///
/// @param name the environment variable or the setting
public record Setting<T>(T value, Origin origin, String name) {
  /// Where a value comes from, highest precedence first.
  public enum Origin {
    COMMAND_LINE,
    ENVIRONMENT,
    SETTINGS,
    DEFAULT
  }

  /// Whether the settings can't change it.
  public boolean isFixed() {
    return origin == Origin.COMMAND_LINE || origin == Origin.ENVIRONMENT;
  }
}
