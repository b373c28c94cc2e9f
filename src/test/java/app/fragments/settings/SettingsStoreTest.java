package app.fragments.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings.Theme;
import app.fragments.settings.Settings.WindowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("settings.json");
  }

  private SettingsStore store() {
    return new SettingsStore(file());
  }

  @Test
  void a_missing_file_means_the_defaults() {
    assertThat(store().load()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void what_was_saved_is_loaded_again() {
    Settings settings =
        Settings.DEFAULT
            .withGenerator("digest")
            .withGeminiModel("gemini-x")
            .withMongodbUri("mongodb://anna@db.example/journal")
            .withJobs(new JobSettings(5, 60, 4, 365, 7, 15, 3))
            .withTheme(Theme.DARK)
            .withTextSize(120)
            .withAskBeforeSending(false)
            .withSamplesOffered(true)
            .withWindow(new WindowState(1, 2, 800, 600, true, 210, 380));

    store().save(settings);

    assertThat(store().load()).isEqualTo(settings);
  }

  @Test
  void a_file_that_is_no_json_is_kept_beside() throws IOException {
    Files.writeString(file(), "{ \"workers\": ");
    assertThat(store().load()).isEqualTo(Settings.DEFAULT);
    Files.writeString(file(), "[]");
    assertThat(store().load()).isEqualTo(Settings.DEFAULT);

    assertThat(folder.resolve("settings.json.bad-1")).hasContent("{ \"workers\": ");
    assertThat(folder.resolve("settings.json.bad-2")).hasContent("[]");
    assertThat(file()).doesNotExist();
  }

  @Test
  void numbers_out_of_range_are_brought_into_it_and_nonsense_becomes_the_default()
      throws IOException {
    Files.writeString(
        file(),
        """
        {"poll_seconds": 0, "job_timeout_seconds": 1e12, "workers": "many", "text_size": 79.6,
         "keep_completed_days": 0, "keep_failed_days": 4000, "calls_per_minute": -1,
         "jobs_per_user": -7,
         "theme": "pink", "generator": "oracle", "gemini_model": " ", "window": {"width": -1}}
        """);

    Settings settings = store().load();

    assertThat(settings.jobs())
        .isEqualTo(
            new JobSettings(
                1, 3_600, JobSettings.DEFAULT.workers(), 1, 3_650, 1, JobSettings.NO_LIMIT));
    assertThat(settings.textSize()).isEqualTo(80);
    assertThat(settings.theme()).isEqualTo(Theme.SYSTEM);
    assertThat(settings.generator()).isEqualTo("auto");
    assertThat(settings.geminiModel()).isEqualTo(Settings.DEFAULT.geminiModel());
    assertThat(settings.window()).isNull();
  }

  @Test
  void what_a_newer_version_has_put_there_is_kept() throws IOException {
    Files.writeString(file(), "{\"from_the_future\": {\"a\": 1}, \"workers\": 3}");

    Settings before = store().load();
    store().save(before.withJobs(before.jobs().withWorkers(4)));

    assertThat(Files.readString(file())).contains("from_the_future");
    assertThat(store().load().jobs().workers()).isEqualTo(4);
  }

  @Test
  void a_file_of_an_older_version_loads_with_the_defaults_for_what_it_does_not_know()
      throws IOException {
    Files.writeString(file(), "{\"poll_seconds\": 5, \"job_timeout_seconds\": 60, \"workers\": 3}");

    assertThat(store().load().jobs())
        .isEqualTo(new JobSettings(5, 60, 3, 90, 30, 60, JobSettings.NO_LIMIT));
  }

  @Test
  void a_password_never_gets_into_the_file() throws IOException {
    store().save(Settings.DEFAULT.withMongodbUri("mongodb://anna:s3cret@db.example/journal"));

    assertThat(Files.readString(file())).contains("anna@db.example").doesNotContain("s3cret");
  }

  @Test
  void only_the_user_may_read_the_file_and_nothing_is_left_beside() throws IOException {
    store().save(Settings.DEFAULT);

    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file()));
    Assumptions.assumeTrue(file().getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }
}
