package app.fragments.settings;

/// A value in force, and where it came from.
///
/// @param value what holds
/// @param origin who said so
/// @param name for an environment variable its name, else the setting's
public record Setting<T>(T value, Origin origin, String name) {
  /// Who said so, the strongest first.
  public enum Origin {
    COMMAND_LINE,
    ENVIRONMENT,
    SETTINGS,
    DEFAULT
  }

  public boolean isFixed() {
    return origin == Origin.COMMAND_LINE || origin == Origin.ENVIRONMENT;
  }
}
