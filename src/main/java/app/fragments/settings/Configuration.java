package app.fragments.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is in force: environment before settings before default (section 9 of the plan).
public final class Configuration {
  private static final Set<String> GENERATORS = Set.of("gemini", "digest");

  private final Environment environment;
  private final Settings settings;
  private final SecretStore secrets;

  public Configuration(Environment environment, Settings settings, SecretStore secrets) {
    this.environment = environment;
    this.settings = settings;
    this.secrets = secrets;
  }

  public Settings settings() {
    return settings;
  }

  /// The generator to use: `gemini` or `digest`, or what else stands in the environment; see
  /// [#unknownGenerator()].
  public Setting<String> generator() {
    Optional<Setting<String>> set = fromEnvironment("FRAGMENTS_GENERATOR");
    if (set.isPresent()) {
      return new Setting<>(
          set.get().value().toLowerCase(Locale.ROOT), set.get().origin(), set.get().name());
    }
    if (!settings.generator().equals("auto")) {
      return new Setting<>(settings.generator(), Setting.Origin.SETTINGS, "generator");
    }
    String value = geminiKey().isPresent() ? "gemini" : "digest";
    return new Setting<>(value, Setting.Origin.DEFAULT, "generator");
  }

  /// What is wrong with the generator that the environment names, in words for the user.
  public Optional<String> unknownGenerator() {
    return fromEnvironment("FRAGMENTS_GENERATOR")
        .map(Setting::value)
        .filter(name -> !GENERATORS.contains(name.toLowerCase(Locale.ROOT)))
        .map(name -> "FRAGMENTS_GENERATOR is " + name + "; there are gemini and digest");
  }

  /// The Gemini key, or empty where none is known.
  public Optional<Setting<String>> geminiKey() {
    return fromEnvironment("GEMINI_API_KEY")
        .or(() -> fromEnvironment("GOOGLE_API_KEY"))
        .or(
            () ->
                secrets
                    .read(SecretStore.Secret.GEMINI_API_KEY)
                    .map(key -> new Setting<>(key, Setting.Origin.SETTINGS, "geminiKey")));
  }

  public Setting<String> geminiModel() {
    return fromEnvironment("GEMINI_MODEL")
        .orElseGet(
            () ->
                fromSettings(
                    settings.geminiModel(), Settings.DEFAULT.geminiModel(), "geminiModel"));
  }

  /// The address of a proxy to Gemini, or empty for Google's own.
  public Optional<Setting<String>> geminiBaseUrl() {
    return fromEnvironment("GEMINI_BASE_URL");
  }

  /// The MongoDB to use with its password, or empty for the built-in store.
  public Optional<Setting<String>> mongodbUri() {
    return fromEnvironment("MONGODB_URI")
        .or(
            () ->
                Optional.ofNullable(settings.mongodbUri())
                    .map(this::withPassword)
                    .map(uri -> new Setting<>(uri, Setting.Origin.SETTINGS, "mongodbUri")));
  }

  /// A kept URI with a password counts only while it is that of the settings' own URI.
  private String withPassword(String uri) {
    String plain = new MongodbUri(uri).withoutPassword();
    return secrets
        .read(SecretStore.Secret.MONGODB_URI)
        .filter(kept -> new MongodbUri(kept).withoutPassword().equals(plain))
        .orElse(uri);
  }

  /// The bearer token that requests to `serve` must carry, or empty for the one in [TokenFile].
  public Optional<Setting<String>> serveToken() {
    return fromEnvironment("FRAGMENTS_TOKEN");
  }

  /// Whose journal it is.
  public Setting<String> userId() {
    return fromEnvironment("FRAGMENTS_USER")
        .orElseGet(() -> new Setting<>(systemUser(), Setting.Origin.DEFAULT, "user"));
  }

  public Setting<Duration> pollInterval() {
    return ofJobs("pollSeconds", jobs -> Duration.ofSeconds(jobs.pollSeconds()));
  }

  public Setting<Duration> jobTimeout() {
    return ofJobs("jobTimeoutSeconds", jobs -> Duration.ofSeconds(jobs.timeoutSeconds()));
  }

  public Setting<Integer> workers() {
    return ofJobs("workers", JobSettings::workers);
  }

  /// How long the record of a completed job is kept.
  public Setting<Duration> keepCompleted() {
    return ofJobs("keepCompletedDays", jobs -> Duration.ofDays(jobs.keepCompletedDays()));
  }

  /// How long the record of a failed or cancelled job is kept.
  public Setting<Duration> keepFailed() {
    return ofJobs("keepFailedDays", jobs -> Duration.ofDays(jobs.keepFailedDays()));
  }

  /// How many calls of Gemini the workers of one process start in a minute, in all.
  public Setting<Integer> callsPerMinute() {
    return ofJobs("callsPerMinute", JobSettings::callsPerMinute);
  }

  /// How many jobs of one user may run at once on the whole store, or [JobSettings#NO_LIMIT].
  public Setting<Integer> jobsPerUser() {
    return ofJobs("jobsPerUser", JobSettings::jobsPerUser);
  }

  private <T> Setting<T> ofJobs(String name, Function<JobSettings, T> value) {
    return fromSettings(value.apply(settings.jobs()), value.apply(JobSettings.DEFAULT), name);
  }

  private Optional<Setting<String>> fromEnvironment(String name) {
    return environment
        .get(name)
        .map(value -> new Setting<>(value, Setting.Origin.ENVIRONMENT, name));
  }

  private static <T> Setting<T> fromSettings(T value, T usual, String name) {
    return new Setting<>(
        value, value.equals(usual) ? Setting.Origin.DEFAULT : Setting.Origin.SETTINGS, name);
  }

  private static String systemUser() {
    @Nullable String name = System.getProperty("user.name");
    return name == null || name.isBlank() ? "me" : name;
  }
}
