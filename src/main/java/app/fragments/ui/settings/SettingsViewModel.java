package app.fragments.ui.settings;

import app.fragments.settings.Configuration;
import app.fragments.settings.Setting;
import app.fragments.settings.Settings;
import app.fragments.ui.common.UiContext;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;

/// The state of the Settings page. What is typed is checked at once and kept a moment after the
/// last key; what is chosen is kept at once. On the FX thread.
final class SettingsViewModel {
  /// A number half typed is not to be put in force.
  private static final Duration PAUSE = Duration.millis(500);

  private final UiContext context;
  private final Runnable onChanged;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final GeminiSettingsViewModel gemini;
  private final StoreSettingsViewModel store;
  private final ValidatedField model;
  private final JobSettingsFields jobs;
  private final ObjectProperty<String> generator = new SimpleObjectProperty<>("auto");
  private final ReadOnlyStringWrapper generatorFixedBy = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Settings.Theme> theme =
      new SimpleObjectProperty<>(Settings.Theme.SYSTEM);
  private final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>(100);
  private final BooleanProperty ask = new SimpleBooleanProperty(true);
  private boolean loading;

  /// @param onChanged hears that something was kept, to be put in force
  SettingsViewModel(UiContext context, Runnable onChanged) {
    this.context = context;
    this.onChanged = onChanged;
    InputValidation checks = new InputValidation(context.messages());
    gemini = new GeminiSettingsViewModel(context, onChanged);
    store = new StoreSettingsViewModel(context, checks);
    model = new ValidatedField(checks::model, pause::playFromStart);
    jobs = new JobSettingsFields(checks, pause::playFromStart);
    pause.setOnFinished(e -> keepTyped());
    generator.addListener((o, old, now) -> keep(s -> s.withGenerator(now)));
    ask.addListener((o, old, now) -> keep(s -> s.withAskBeforeSending(now)));
    theme.addListener((o, old, now) -> keepLook(s -> s.withTheme(now)));
    textSize.addListener((o, old, now) -> keepLook(s -> s.withTextSize(now)));
  }

  GeminiSettingsViewModel gemini() {
    return gemini;
  }

  StoreSettingsViewModel store() {
    return store;
  }

  ValidatedField model() {
    return model;
  }

  JobSettingsFields jobs() {
    return jobs;
  }

  /// `auto`, `gemini` or `digest`.
  ObjectProperty<String> generator() {
    return generator;
  }

  /// The environment variable that chooses the generator, or empty.
  ReadOnlyStringProperty generatorFixedBy() {
    return generatorFixedBy.getReadOnlyProperty();
  }

  ObjectProperty<Settings.Theme> theme() {
    return theme;
  }

  /// In percent of the usual size.
  ObjectProperty<Integer> textSize() {
    return textSize;
  }

  BooleanProperty ask() {
    return ask;
  }

  Path dataFolder() {
    return context.services().dataFolder();
  }

  /// Shows what is in force.
  void load() {
    Configuration configuration = context.services().configuration();
    Settings settings = configuration.settings();
    loading = true;
    generator.set(settings.generator());
    ask.set(settings.askBeforeSending());
    theme.set(settings.theme());
    textSize.set(settings.textSize());
    Setting<String> usedModel = configuration.geminiModel();
    model.load(usedModel.value(), usedModel.isFixed() ? usedModel.name() : null);
    jobs.load(settings.jobs());
    loading = false;
    context
        .background()
        .run(
            configuration::generator,
            used -> generatorFixedBy.set(used.isFixed() ? used.name() : ""));
    gemini.load();
    store.load();
  }

  /// Keeps at once what was typed last: the page is being left.
  void flush() {
    if (pause.getStatus() == PauseTransition.Status.RUNNING) {
      pause.stop();
      keepTyped();
    }
  }

  private void keepTyped() {
    keep(
        settings -> {
          Settings kept = settings.withJobs(jobs.typed(settings.jobs()));
          return model.isValid() && !model.isFixed() ? kept.withGeminiModel(model.value()) : kept;
        });
  }

  private void keepLook(UnaryOperator<Settings> change) {
    keep(change);
    if (!loading) {
      // what is in force: the theme can also be changed by its keys while this page is open
      Settings now = context.services().configuration().settings();
      context.theming().apply(now.theme(), now.textSize());
    }
  }

  private void keep(UnaryOperator<Settings> change) {
    Settings before = context.services().configuration().settings();
    if (!loading && !change.apply(before).equals(before)) {
      context.changeSettings(change);
      onChanged.run();
    }
  }
}
