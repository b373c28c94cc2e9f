package app.fragments.settings;

import app.fragments.settings.Configuration.Setting.Origin;
import app.fragments.settings.SecretStore.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The values in force. The environment overrides the settings, which override the defaults.
public record Configuration(Environment environment, Settings settings, SecretStore secrets) {
  private static final Set<String> GENERATORS = Set.of("gemini", "digest");

  /// The generator: `gemini`, `digest`, or an unknown name from the environment, see
  /// [#unknownGenerator()].
  public Setting<String> generator() {
    Optional<Setting<String>> set = fromEnvironment("FRAGMENTS_GENERATOR");
    if (set.isPresent()) {
      String name = set.get().value().toLowerCase(Locale.ROOT);
      return new Setting<>(name, Origin.ENVIRONMENT, set.get().name());
    }
    if (!settings.generator().equals("auto")) {
      return new Setting<>(settings.generator(), Origin.SETTINGS, "generator");
    }
    String value = geminiKey().isPresent() ? "gemini" : "digest";
    return new Setting<>(value, Origin.DEFAULT, "generator");
  }

  /// A message for the user if the environment names an unknown generator.
  public Optional<String> unknownGenerator() {
    return fromEnvironment("FRAGMENTS_GENERATOR")
        .map(Setting::value)
        .filter(name -> !GENERATORS.contains(name.toLowerCase(Locale.ROOT)))
        .map(name -> "FRAGMENTS_GENERATOR is " + name + ". Use gemini or digest.");
  }

  public Optional<Setting<String>> geminiKey() {
    return fromEnvironment("GEMINI_API_KEY")
        .or(() -> fromEnvironment("GOOGLE_API_KEY"))
        .or(
            () ->
                secrets
                    .read(Secret.GEMINI_API_KEY)
                    .map(key -> new Setting<>(key, Origin.SETTINGS, "geminiKey")));
  }

  public Setting<String> geminiModel() {
    return fromEnvironment("GEMINI_MODEL")
        .orElseGet(() -> fromSettings("geminiModel", Settings::geminiModel));
  }

  /// The address of a proxy to Gemini, or empty to call Google directly.
  public Optional<Setting<String>> geminiBaseUrl() {
    return fromEnvironment("GEMINI_BASE_URL");
  }

  /// The MongoDB to use, with its password, or empty for the built-in store.
  public Optional<Setting<String>> mongodbUri() {
    return fromEnvironment("MONGODB_URI")
        .or(
            () ->
                Optional.ofNullable(settings.mongodbUri())
                    .map(this::withPassword)
                    .map(uri -> new Setting<>(uri, Origin.SETTINGS, "mongodbUri")));
  }

  /// The stored URI that has the password, unless it belongs to a different address.
  private String withPassword(String uri) {
    String withoutPassword = new MongodbUri(uri).withoutPassword();
    return secrets
        .read(Secret.MONGODB_URI)
        .filter(stored -> new MongodbUri(stored).withoutPassword().equals(withoutPassword))
        .orElse(uri);
  }

  /// The bearer token that requests to `serve` must carry, or empty for the one in [TokenFile].
  public Optional<Setting<String>> serveToken() {
    return fromEnvironment("FRAGMENTS_TOKEN");
  }

  /// The owner of the journal.
  public Setting<String> userId() {
    String name = System.getProperty("user.name", "");
    return fromEnvironment("FRAGMENTS_USER")
        .orElseGet(() -> new Setting<>(name.isBlank() ? "me" : name, Origin.DEFAULT, "user"));
  }

  public Setting<Duration> pollInterval() {
    return fromSettings("pollSeconds", all -> Duration.ofSeconds(all.jobs().pollSeconds()));
  }

  public Setting<Duration> jobTimeout() {
    return fromSettings(
        "jobTimeoutSeconds", all -> Duration.ofSeconds(all.jobs().timeoutSeconds()));
  }

  public Setting<Integer> workers() {
    return fromSettings("workers", all -> all.jobs().workers());
  }

  public Setting<Duration> keepCompleted() {
    return fromSettings(
        "keepCompletedDays", all -> Duration.ofDays(all.jobs().keepCompletedDays()));
  }

  public Setting<Duration> keepFailed() {
    return fromSettings("keepFailedDays", all -> Duration.ofDays(all.jobs().keepFailedDays()));
  }

  public Setting<Integer> callsPerMinute() {
    return fromSettings("callsPerMinute", all -> all.jobs().callsPerMinute());
  }

  public Setting<Integer> jobsPerUser() {
    return fromSettings("jobsPerUser", all -> all.jobs().jobsPerUser());
  }

  private <T> Setting<T> fromSettings(String name, Function<Settings, T> getter) {
    T value = getter.apply(settings);
    boolean isDefault = value.equals(getter.apply(Settings.DEFAULT));
    return new Setting<>(value, isDefault ? Origin.DEFAULT : Origin.SETTINGS, name);
  }

  private Optional<Setting<String>> fromEnvironment(String name) {
    return environment.get(name).map(value -> new Setting<>(value, Origin.ENVIRONMENT, name));
  }

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
}
