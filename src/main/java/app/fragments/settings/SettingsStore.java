package app.fragments.settings;

import app.fragments.settings.Settings.Theme;
import app.fragments.settings.Settings.WindowState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The settings file. What a newer version of the program has put there beside is kept.
public final class SettingsStore {
  private static final List<String> GENERATORS = List.of("auto", "gemini", "digest");

  private final JsonFile file;

  /// @param file usually [DataFolder#settingsFile()]
  public SettingsStore(Path file) {
    this.file = new JsonFile(file);
  }

  /// The settings; a missing one has its default, a number out of range the nearest one in range. A
  /// file that is no JSON is kept beside as `settings.json.bad-1` (or the next number), and the
  /// defaults hold.
  public Settings load() {
    JsonObject json = file.read();
    Settings usual = Settings.DEFAULT;
    return new Settings(
        oneOf(GENERATORS, text(json, "generator", usual.generator())),
        text(json, "gemini_model", usual.geminiModel()),
        json.text("mongodb_uri"),
        jobs(json),
        theme(json.text("theme")),
        number(json, "text_size", Settings.TEXT_SIZE, usual.textSize()),
        json.flag("ask_before_sending", usual.askBeforeSending()),
        json.flag("samples_offered", usual.samplesOffered()),
        window(json.object("window")));
  }

  /// Puts the settings in place of the ones before, in one step. A password in the MongoDB URI is
  /// left out: it belongs into a [SecretStore].
  ///
  /// @throws UncheckedIOException where the file cannot be written; the old one is still there then
  public void save(Settings settings) {
    JsonObject json = file.read();
    json.put("generator", settings.generator());
    json.put("gemini_model", settings.geminiModel());
    if (settings.mongodbUri() == null) {
      json.remove("mongodb_uri");
    } else {
      json.put("mongodb_uri", new MongodbUri(settings.mongodbUri()).withoutPassword());
    }
    putJobs(json, settings.jobs());
    json.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
    json.put("text_size", settings.textSize());
    json.put("ask_before_sending", settings.askBeforeSending());
    json.put("samples_offered", settings.samplesOffered());
    if (settings.window() != null) {
      json.put("window", windowJson(settings.window()));
    }
    try {
      file.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("The settings cannot be written", e);
    }
  }

  private static String text(JsonObject json, String name, String usual) {
    @Nullable String value = json.text(name);
    return value == null || value.isBlank() ? usual : value.strip();
  }

  private static String oneOf(List<String> known, String value) {
    return known.contains(value) ? value : known.getFirst();
  }

  private static int number(JsonObject json, String name, Settings.Range range, int usual) {
    return range.clamp(json.number(name, usual));
  }

  private static JobSettings jobs(JsonObject json) {
    JobSettings usual = JobSettings.DEFAULT;
    return new JobSettings(
        number(json, "poll_seconds", JobSettings.POLL_SECONDS, usual.pollSeconds()),
        number(json, "job_timeout_seconds", JobSettings.TIMEOUT_SECONDS, usual.timeoutSeconds()),
        number(json, "workers", JobSettings.WORKERS, usual.workers()),
        number(json, "keep_completed_days", JobSettings.KEEP_DAYS, usual.keepCompletedDays()),
        number(json, "keep_failed_days", JobSettings.KEEP_DAYS, usual.keepFailedDays()),
        number(json, "calls_per_minute", JobSettings.CALLS_PER_MINUTE, usual.callsPerMinute()),
        jobsPerUser(json.number("jobs_per_user", usual.jobsPerUser())));
  }

  /// Nothing, 0 or less is no limit.
  private static int jobsPerUser(double value) {
    return value < 1 ? JobSettings.NO_LIMIT : JobSettings.JOBS_PER_USER.clamp(value);
  }

  private static void putJobs(JsonObject json, JobSettings jobs) {
    json.put("poll_seconds", jobs.pollSeconds());
    json.put("job_timeout_seconds", jobs.timeoutSeconds());
    json.put("workers", jobs.workers());
    json.put("keep_completed_days", jobs.keepCompletedDays());
    json.put("keep_failed_days", jobs.keepFailedDays());
    json.put("calls_per_minute", jobs.callsPerMinute());
    json.put("jobs_per_user", jobs.jobsPerUser());
  }

  private static Theme theme(@Nullable String name) {
    return Arrays.stream(Theme.values())
        .filter(theme -> theme.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(Settings.DEFAULT.theme());
  }

  private static @Nullable WindowState window(JsonObject json) {
    double width = json.number("width", 0);
    double height = json.number("height", 0);
    if (width <= 0 || height <= 0) {
      return null;
    }
    return new WindowState(
        json.number("x", 0),
        json.number("y", 0),
        width,
        height,
        json.flag("maximized", false),
        json.number("sidebar", 0),
        json.number("list", 0));
  }

  private static JsonObject windowJson(WindowState window) {
    return new JsonObject()
        .put("x", window.x())
        .put("y", window.y())
        .put("width", window.width())
        .put("height", window.height())
        .put("maximized", window.maximized())
        .put("sidebar", window.sidebar())
        .put("list", window.list());
  }
}
