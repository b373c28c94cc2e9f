package app.fragments.settings;

import app.fragments.settings.Settings.Range;
import app.fragments.settings.Settings.Theme;
import app.fragments.settings.Settings.WindowState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the settings file and writes it on a background thread, since flushing to disk can be
/// slow. Fields it doesn't know, written by a newer version, survive.
public final class SettingsStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private static final List<String> GENERATORS = List.of("auto", "gemini", "digest");

  private final PrivateJsonFile file;
  private final ExecutorService writer;
  private @Nullable PendingWrite pending;

  private record PendingWrite(Settings settings, CompletableFuture<Void> done) {}

  public SettingsStore(Path file) {
    this(
        file,
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("settings-writer").factory()));
  }

  SettingsStore(Path file, ExecutorService writer) {
    this.file = new PrivateJsonFile(file);
    this.writer = writer;
  }

  /// The settings. Missing or invalid values get their default, numbers out of range the nearest
  /// valid one. A file with invalid JSON is moved to `settings.json.bad-<n>`.
  public Settings load() {
    Map<String, @Nullable Object> json = file.read();
    Settings defaults = Settings.DEFAULT;
    String generator = text(json, "generator", defaults.generator());
    return new Settings(
        GENERATORS.contains(generator) ? generator : defaults.generator(),
        text(json, "gemini_model", defaults.geminiModel()),
        json.get("mongodb_uri") instanceof String uri ? uri : null,
        jobs(json),
        theme(text(json, "theme", "")),
        number(json, "text_size", Settings.TEXT_SIZE, defaults.textSize()),
        flag(json, "ask_before_sending", defaults.askBeforeSending()),
        flag(json, "samples_offered", defaults.samplesOffered()),
        json.get("window") instanceof Map<?, ?> window ? window(window) : null);
  }

  /// Saves the settings in the background. If several saves are waiting, only the newest is
  /// written. A password in the MongoDB URI is left out: it belongs in a [SecretStore].
  ///
  /// @return completes when the file is on disk; fails with an [IOException] if it can't be
  ///   written, and the old file is then unchanged
  public synchronized CompletableFuture<Void> save(Settings settings) {
    PendingWrite waiting = pending;
    CompletableFuture<Void> done = waiting == null ? new CompletableFuture<>() : waiting.done();
    pending = new PendingWrite(settings, done);
    if (waiting == null) {
      writer.execute(this::writePending);
    }
    return done;
  }

  private void writePending() {
    PendingWrite write = takePending();
    if (write != null) {
      try {
        write(write.settings());
        write.done().complete(null);
      } catch (IOException | RuntimeException e) {
        write.done().completeExceptionally(e);
      }
    }
  }

  private synchronized @Nullable PendingWrite takePending() {
    PendingWrite taken = pending;
    pending = null;
    return taken;
  }

  /// Waits up to three seconds for pending writes.
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(3, TimeUnit.SECONDS)) {
        LOG.warn("Gave up waiting for {} to be written", file.path());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Settings settings) throws IOException {
    Map<String, @Nullable Object> json = file.read();
    json.put("generator", settings.generator());
    json.put("gemini_model", settings.geminiModel());
    if (settings.mongodbUri() == null) {
      json.remove("mongodb_uri");
    } else {
      json.put("mongodb_uri", new MongodbUri(settings.mongodbUri()).withoutPassword());
    }
    JobSettings jobs = settings.jobs();
    json.put("poll_seconds", jobs.pollSeconds());
    json.put("job_timeout_seconds", jobs.timeoutSeconds());
    json.put("workers", jobs.workers());
    json.put("keep_completed_days", jobs.keepCompletedDays());
    json.put("keep_failed_days", jobs.keepFailedDays());
    json.put("calls_per_minute", jobs.callsPerMinute());
    json.put("jobs_per_user", jobs.jobsPerUser());
    json.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
    json.put("text_size", settings.textSize());
    json.put("ask_before_sending", settings.askBeforeSending());
    json.put("samples_offered", settings.samplesOffered());
    WindowState window = settings.window();
    if (window != null) {
      json.put(
          "window",
          Map.of(
              "x", window.x(),
              "y", window.y(),
              "width", window.width(),
              "height", window.height(),
              "maximized", window.maximized(),
              "sidebar", window.sidebar(),
              "list", window.list()));
    }
    file.write(json);
  }

  private static JobSettings jobs(Map<?, ?> json) {
    JobSettings defaults = JobSettings.DEFAULT;
    double jobsPerUser = number(json, "jobs_per_user", defaults.jobsPerUser());
    return new JobSettings(
        number(json, "poll_seconds", JobSettings.POLL_SECONDS, defaults.pollSeconds()),
        number(json, "job_timeout_seconds", JobSettings.TIMEOUT_SECONDS, defaults.timeoutSeconds()),
        number(json, "workers", JobSettings.WORKERS, defaults.workers()),
        number(json, "keep_completed_days", JobSettings.KEEP_DAYS, defaults.keepCompletedDays()),
        number(json, "keep_failed_days", JobSettings.KEEP_DAYS, defaults.keepFailedDays()),
        number(json, "calls_per_minute", JobSettings.CALLS_PER_MINUTE, defaults.callsPerMinute()),
        jobsPerUser < 1 ? JobSettings.NO_LIMIT : JobSettings.JOBS_PER_USER.clamp(jobsPerUser));
  }

  private static @Nullable WindowState window(Map<?, ?> json) {
    double width = number(json, "width", 0);
    double height = number(json, "height", 0);
    if (width <= 0 || height <= 0) {
      return null;
    }
    return new WindowState(
        number(json, "x", 0),
        number(json, "y", 0),
        width,
        height,
        flag(json, "maximized", false),
        number(json, "sidebar", 0),
        number(json, "list", 0));
  }

  private static Theme theme(String name) {
    return Arrays.stream(Theme.values())
        .filter(theme -> theme.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(Settings.DEFAULT.theme());
  }

  private static String text(Map<?, ?> json, String name, String fallback) {
    return json.get(name) instanceof String text && !text.isBlank() ? text.strip() : fallback;
  }

  private static boolean flag(Map<?, ?> json, String name, boolean fallback) {
    return json.get(name) instanceof Boolean flag ? flag : fallback;
  }

  private static double number(Map<?, ?> json, String name, double fallback) {
    return json.get(name) instanceof Number number ? number.doubleValue() : fallback;
  }

  private static int number(Map<?, ?> json, String name, Range range, int fallback) {
    return range.clamp(number(json, name, (double) fallback));
  }
}
