package app.fragments.settings;

import java.util.Map;
import java.util.Optional;

/// The environment variables. Only this class reads the real ones; tests pass their own.
public final class Environment {
  private final Map<String, String> variables;

  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /// The value of a variable. An empty one counts as not set.
  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
