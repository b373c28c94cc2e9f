package app.fragments.ui.settings;

import app.fragments.settings.Configuration;
import app.fragments.settings.Configuration.Setting;
import app.fragments.settings.JobSettings;
import app.fragments.settings.Settings;
import app.fragments.ui.common.UiContext;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;

/// The Settings page. Choices are saved at once, typed values shortly after the last key press. On
/// the FX thread.
final class SettingsViewModel {
  /// Long enough not to apply half-typed numbers.
  private static final Duration TYPING_PAUSE = Duration.millis(500);

  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,127}");

  private final UiContext context;
  private final Runnable onChanged;
  private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);
  final GeminiSettingsViewModel gemini;
  final StoreSettingsViewModel store;
  final ValidatedField geminiModel;

  // numbers about jobs; see JobSettings for units and ranges
  final ValidatedField workers = number(JobSettings.WORKERS);
  final ValidatedField timeout = number(JobSettings.TIMEOUT_SECONDS);
  final ValidatedField poll = number(JobSettings.POLL_SECONDS);
  final ValidatedField calls = number(JobSettings.CALLS_PER_MINUTE);
  final ValidatedField keepCompleted = number(JobSettings.KEEP_DAYS);
  final ValidatedField keepFailed = number(JobSettings.KEEP_DAYS);

  /// Empty means no limit.
  final ValidatedField perUser;

  /// `auto`, `gemini` or `digest`.
  final ObjectProperty<String> generator = new SimpleObjectProperty<>("auto");

  /// The environment variable that sets the generator, or empty.
  final StringProperty generatorFixedBy = new SimpleStringProperty("");

  final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>(Settings.Theme.SYSTEM);

  /// In percent.
  final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>(100);

  final BooleanProperty ask = new SimpleBooleanProperty(true);
  private boolean loading;

  /// @param onChanged called after each saved change
  SettingsViewModel(UiContext context, Runnable onChanged) {
    this.context = context;
    this.onChanged = onChanged;
    gemini = new GeminiSettingsViewModel(context, onChanged);
    store = new StoreSettingsViewModel(context);
    geminiModel =
        new ValidatedField(
            text ->
                MODEL.matcher(text).matches() ? "" : context.messages().get("settings.error.model"),
            pause::playFromStart);
    perUser =
        new ValidatedField(
            text ->
                text.isEmpty()
                    ? ""
                    : check(text, JobSettings.JOBS_PER_USER, "settings.error.numberOrNothing"),
            pause::playFromStart);
    pause.setOnFinished(e -> saveTyped());
    generator.addListener((o, old, now) -> save(copy -> copy.generator = now));
    ask.addListener((o, old, now) -> save(copy -> copy.askBeforeSending = now));
    theme.addListener((o, old, now) -> saveAppearance(copy -> copy.theme = now));
    context.theming().textSize().addListener((o, old, now) -> textSize.set(now.intValue()));
    textSize.addListener((o, old, now) -> saveAppearance(copy -> copy.textSize = now));
  }

  private ValidatedField number(Settings.Range range) {
    return new ValidatedField(
        text -> check(text, range, "settings.error.number"), pause::playFromStart);
  }

  /// Nine digits fit into an int.
  private String check(String text, Settings.Range range, String errorKey) {
    return text.matches("[0-9]{1,9}") && range.contains(Integer.parseInt(text))
        ? ""
        : context.messages().get(errorKey, range.min(), range.max());
  }

  void load() {
    Configuration configuration = context.services().configuration();
    Settings settings = configuration.settings();
    loading = true;
    generator.set(settings.generator());
    ask.set(settings.askBeforeSending());
    theme.set(settings.theme());
    textSize.set(settings.textSize());
    Setting<String> inForce = configuration.geminiModel();
    geminiModel.load(inForce.value(), inForce.isFixed() ? inForce.name() : null);
    load(settings.jobs());
    loading = false;
    context.run(
        configuration::generator,
        used -> generatorFixedBy.set(used.isFixed() ? used.name() : ""),
        "Cannot read the generator");
    gemini.load();
    store.load();
  }

  private void load(JobSettings jobs) {
    load(workers, jobs.workers());
    load(timeout, jobs.timeoutSeconds());
    load(poll, jobs.pollSeconds());
    load(calls, jobs.callsPerMinute());
    load(keepCompleted, jobs.keepCompletedDays());
    load(keepFailed, jobs.keepFailedDays());
    int limit = jobs.jobsPerUser();
    perUser.load(limit == JobSettings.NO_LIMIT ? "" : String.valueOf(limit), null);
  }

  private static void load(ValidatedField field, int value) {
    field.load(String.valueOf(value), null);
  }

  /// Saves pending edits at once.
  void flush() {
    if (pause.getStatus() == PauseTransition.Status.RUNNING) {
      pause.stop();
      saveTyped();
    }
  }

  private void saveTyped() {
    save(
        copy -> {
          copy.jobs = edited(copy.jobs);
          if (geminiModel.isValid() && !geminiModel.isFixed()) {
            copy.geminiModel = geminiModel.value();
          }
        });
  }

  /// The edited settings; invalid fields keep their value in `before`.
  private JobSettings edited(JobSettings before) {
    return new JobSettings(
        number(poll, before.pollSeconds()),
        number(timeout, before.timeoutSeconds()),
        number(workers, before.workers()),
        number(keepCompleted, before.keepCompletedDays()),
        number(keepFailed, before.keepFailedDays()),
        number(calls, before.callsPerMinute()),
        perUser.value().isEmpty() ? JobSettings.NO_LIMIT : number(perUser, before.jobsPerUser()));
  }

  private static int number(ValidatedField field, int before) {
    return field.isValid() ? Integer.parseInt(field.value()) : before;
  }

  private void saveAppearance(Consumer<Settings.Copy> change) {
    save(change);
    if (!loading) {
      // read again: a shortcut may have changed the theme while this page is open
      Settings now = context.services().configuration().settings();
      context.theming().apply(now.theme(), now.textSize());
    }
  }

  private void save(Consumer<Settings.Copy> change) {
    Settings before = context.services().configuration().settings();
    if (!loading && !before.with(change).equals(before)) {
      context.changeSettings(change);
      onChanged.run();
    }
  }
}
