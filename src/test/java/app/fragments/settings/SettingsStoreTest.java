package app.fragments.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings.Theme;
import app.fragments.settings.Settings.WindowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  void the_defaults_apply_without_a_file() {
    assertThat(store().load()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void saved_settings_are_loaded_again() {
    Settings settings =
        new Settings(
            "digest",
            "gemini-x",
            "mongodb://anna@db.example/journal",
            new JobSettings(5, 60, 4, 365, 7, 15, 3),
            Theme.DARK,
            120,
            false,
            true,
            new WindowState(1, 2, 800, 600, true, 210, 380));

    store().save(settings).join();

    assertThat(store().load()).isEqualTo(settings);
  }

  @Test
  void a_file_with_invalid_json_is_moved_aside() throws IOException {
    Files.writeString(file(), "{ \"workers\": ");
    assertThat(store().load()).isEqualTo(Settings.DEFAULT);
    Files.writeString(file(), "[]");
    assertThat(store().load()).isEqualTo(Settings.DEFAULT);

    assertThat(folder.resolve("settings.json.bad-1")).hasContent("{ \"workers\": ");
    assertThat(folder.resolve("settings.json.bad-2")).hasContent("[]");
    assertThat(file()).doesNotExist();
  }

  @Test
  void numbers_are_clamped_and_invalid_values_replaced_by_defaults() throws IOException {
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
  void unknown_fields_written_by_a_newer_version_survive_an_update() throws IOException {
    Files.writeString(file(), "{\"from_the_future\": {\"a\": 1}, \"workers\": 3}");

    Settings before = store().load();
    store()
        .save(
            before.with(
                copy -> copy.jobs = new JobSettings(2, 180, 4, 90, 30, 60, JobSettings.NO_LIMIT)))
        .join();

    assertThat(Files.readString(file())).contains("from_the_future");
    assertThat(store().load().jobs().workers()).isEqualTo(4);
  }

  @Test
  void fields_missing_in_an_older_file_get_their_defaults() throws IOException {
    Files.writeString(file(), "{\"poll_seconds\": 5, \"job_timeout_seconds\": 60, \"workers\": 3}");

    assertThat(store().load().jobs())
        .isEqualTo(new JobSettings(5, 60, 3, 90, 30, 60, JobSettings.NO_LIMIT));
  }

  @Test
  void the_password_of_a_uri_is_never_written() throws IOException {
    store()
        .save(
            Settings.DEFAULT.with(
                copy -> copy.mongodbUri = "mongodb://anna:s3cret@db.example/journal"))
        .join();

    assertThat(Files.readString(file())).contains("anna@db.example").doesNotContain("s3cret");
  }

  @Test
  void the_file_is_private_and_no_temporary_file_remains() throws IOException {
    store().save(Settings.DEFAULT).join();

    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file()));
    Assumptions.assumeTrue(file().getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  /// Flushing to disk takes long on a busy machine, and the window saves from the FX thread.
  @Test
  void saving_never_writes_on_the_calling_thread() {
    CountDownLatch diskIsFree = new CountDownLatch(1);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    writer.execute(() -> awaitUninterruptibly(diskIsFree));
    try (SettingsStore store = new SettingsStore(file(), writer)) {
      CompletableFuture<Void> saved = store.save(Settings.DEFAULT.with(copy -> copy.textSize = 90));

      assertThat(saved).isNotDone();
      assertThat(file()).doesNotExist();

      diskIsFree.countDown();
      saved.join();
      assertThat(store.load().textSize()).isEqualTo(90);
    }
  }

  @Test
  void pending_saves_become_one_write_of_the_newest() {
    CountDownLatch diskIsFree = new CountDownLatch(1);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    writer.execute(() -> awaitUninterruptibly(diskIsFree));
    try (SettingsStore store = new SettingsStore(file(), writer)) {
      CompletableFuture<Void> first = store.save(Settings.DEFAULT.with(copy -> copy.textSize = 90));
      CompletableFuture<Void> second =
          store.save(Settings.DEFAULT.with(copy -> copy.textSize = 110));
      diskIsFree.countDown();

      assertThat(second).isSameAs(first);
      first.join();
      assertThat(store.load().textSize()).isEqualTo(110);
    }
  }

  @Test
  void a_failed_write_fails_its_future_and_the_next_save_still_works() throws IOException {
    Path blocked = folder.resolve("blocked");
    Files.createFile(blocked);
    try (SettingsStore store = new SettingsStore(blocked.resolve("settings.json"))) {
      assertThat(store.save(Settings.DEFAULT))
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(IOException.class);

      Files.delete(blocked);
      store.save(Settings.DEFAULT).join();
      assertThat(blocked.resolve("settings.json")).exists();
    }
  }

  @Test
  void closing_waits_for_the_last_write() {
    SettingsStore store = store();

    var _ = store.save(Settings.DEFAULT.with(copy -> copy.textSize = 90));
    store.close();

    assertThat(store().load().textSize()).isEqualTo(90);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
