package app.fragments.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Configuration.Setting;
import app.fragments.settings.Configuration.Setting.Origin;
import app.fragments.settings.SecretStore.Secret;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private final SecretStore secrets = new InMemorySecretStore();

  private Configuration configuration(Map<String, String> variables, Settings settings) {
    return new Configuration(new Environment(variables), settings, secrets);
  }

  @Test
  void gemini_is_the_default_generator_if_there_is_a_key_and_digest_otherwise() {
    assertThat(configuration(Map.of(), Settings.DEFAULT).generator())
        .isEqualTo(new Setting<>("digest", Origin.DEFAULT, "generator"));

    secrets.write(Secret.GEMINI_API_KEY, "k1");
    assertThat(configuration(Map.of(), Settings.DEFAULT).generator().value()).isEqualTo("gemini");
  }

  @Test
  void generator_names_ignore_case_and_unknown_ones_are_reported() {
    Configuration loud = configuration(Map.of("FRAGMENTS_GENERATOR", "Gemini"), Settings.DEFAULT);
    assertThat(loud.generator().value()).isEqualTo("gemini");
    assertThat(loud.unknownGenerator()).isEmpty();
    assertThat(configuration(Map.of(), Settings.DEFAULT).unknownGenerator()).isEmpty();
    assertThat(
            configuration(Map.of("FRAGMENTS_GENERATOR", "foo"), Settings.DEFAULT)
                .unknownGenerator())
        .contains("FRAGMENTS_GENERATOR is foo. Use gemini or digest.");
  }

  @Test
  void the_environment_overrides_the_settings() {
    secrets.write(Secret.GEMINI_API_KEY, "from the window");
    Map<String, String> variables =
        Map.of(
            "FRAGMENTS_GENERATOR", "digest",
            "GEMINI_API_KEY", " from the environment ",
            "GEMINI_MODEL", "gemini-pro-latest",
            "MONGODB_URI", "mongodb://other/",
            "FRAGMENTS_USER", "anna");
    Settings settings =
        Settings.DEFAULT.with(
            copy -> {
              copy.generator = "gemini";
              copy.geminiModel = "mine";
              copy.mongodbUri = "mongodb://mine/";
            });

    Configuration configuration = configuration(variables, settings);

    assertThat(configuration.generator())
        .isEqualTo(new Setting<>("digest", Origin.ENVIRONMENT, "FRAGMENTS_GENERATOR"));
    assertThat(configuration.geminiKey())
        .contains(new Setting<>("from the environment", Origin.ENVIRONMENT, "GEMINI_API_KEY"));
    assertThat(configuration.geminiModel().value()).isEqualTo("gemini-pro-latest");
    assertThat(configuration.mongodbUri().orElseThrow().isFixed()).isTrue();
    assertThat(configuration.userId())
        .isEqualTo(new Setting<>("anna", Origin.ENVIRONMENT, "FRAGMENTS_USER"));
  }

  @Test
  void GOOGLE_API_KEY_works_too_and_an_empty_variable_counts_as_not_set() {
    Map<String, String> variables = Map.of("GEMINI_API_KEY", "  ", "GOOGLE_API_KEY", "k2");
    assertThat(configuration(variables, Settings.DEFAULT).geminiKey())
        .contains(new Setting<>("k2", Origin.ENVIRONMENT, "GOOGLE_API_KEY"));
  }

  @Test
  void the_stored_password_is_added_to_the_uri() {
    secrets.write(Secret.MONGODB_URI, "mongodb://anna:pw@h/j");
    Settings settings = Settings.DEFAULT.with(copy -> copy.mongodbUri = "mongodb://anna@h/j");

    assertThat(configuration(Map.of(), settings).mongodbUri().orElseThrow().value())
        .isEqualTo("mongodb://anna:pw@h/j");
  }

  @Test
  void the_password_of_a_different_uri_is_not_used() {
    secrets.write(Secret.MONGODB_URI, "mongodb://anna:pw@old/j");
    Settings settings = Settings.DEFAULT.with(copy -> copy.mongodbUri = "mongodb://anna@new/j");

    assertThat(configuration(Map.of(), settings).mongodbUri().orElseThrow().value())
        .isEqualTo("mongodb://anna@new/j");
  }

  @Test
  void each_number_has_an_origin() {
    Configuration mine =
        configuration(
            Map.of(),
            Settings.DEFAULT.with(copy -> copy.jobs = new JobSettings(7, 180, 2, 90, 30, 60, 3)));

    assertThat(mine.pollInterval())
        .isEqualTo(new Setting<>(Duration.ofSeconds(7), Origin.SETTINGS, "pollSeconds"));
    assertThat(mine.jobsPerUser()).isEqualTo(new Setting<>(3, Origin.SETTINGS, "jobsPerUser"));
    assertThat(mine.workers().origin()).isEqualTo(Origin.DEFAULT);
    assertThat(mine.keepCompleted().value()).isEqualTo(Duration.ofDays(90));
    assertThat(mine.keepFailed().value()).isEqualTo(Duration.ofDays(30));
    assertThat(mine.callsPerMinute())
        .isEqualTo(new Setting<>(60, Origin.DEFAULT, "callsPerMinute"));
  }
}
