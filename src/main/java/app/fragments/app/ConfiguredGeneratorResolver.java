package app.fragments.app;

import app.fragments.generator.Cancellation;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.generator.GeneratorResolver;
import app.fragments.generator.digest.DigestGenerator;
import app.fragments.generator.gemini.GeminiConnectionTest;
import app.fragments.generator.gemini.GeminiGenerator;
import app.fragments.generator.gemini.GeminiSettings;
import app.fragments.job.FailureKind;
import app.fragments.job.JobOptions;
import app.fragments.settings.Configuration;
import app.fragments.settings.Configuration.Setting;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The available generators. A job uses the one it names, otherwise the one configured when it
/// runs.
final class ConfiguredGeneratorResolver implements GeneratorResolver {
  private final Supplier<Configuration> configuration;
  private final Generator gemini;
  private final Generator digest = new DigestGenerator();

  ConfiguredGeneratorResolver(Supplier<Configuration> configuration) {
    this.configuration = configuration;
    gemini = new GeminiGenerator(() -> geminiSettings(configuration.get()));
  }

  @Override
  public Generator resolve(JobOptions options) throws GeneratorException {
    String name =
        Objects.requireNonNullElseGet(
            options.generator(), () -> configuration.get().generator().value());
    return switch (name) {
      case "gemini" -> gemini;
      case "digest" -> digest;
      default ->
          throw new GeneratorException(
              FailureKind.INTERNAL,
              "The worker has no generator \"" + name + "\", only gemini and digest.",
              null);
    };
  }

  /// Tests a key without sending text, see [GeminiConnectionTest].
  String test(String key, String model) throws GeneratorException {
    Configuration now = configuration.get();
    return new GeminiConnectionTest()
        .test(new GeminiSettings(key, model, baseUrl(now)), new Cancellation());
  }

  private static GeminiSettings geminiSettings(Configuration now) {
    return new GeminiSettings(
        now.geminiKey().map(Setting::value).orElse(null), now.geminiModel().value(), baseUrl(now));
  }

  private static @Nullable String baseUrl(Configuration now) {
    return now.geminiBaseUrl().map(Setting::value).orElse(null);
  }
}
