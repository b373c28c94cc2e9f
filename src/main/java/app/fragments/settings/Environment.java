package app.fragments.settings;

import java.util.Map;
import java.util.Optional;

/// The process's environment: read here and nowhere else, and handed in by tests.
public final class Environment {
  private final Map<String, String> variables;

  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /// The real one.
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /// A variable's value; an empty one counts as not set.
  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
