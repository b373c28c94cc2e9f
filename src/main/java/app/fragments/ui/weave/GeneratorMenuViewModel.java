package app.fragments.ui.weave;

import app.fragments.settings.Configuration;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The available generators and the chosen one. The user's choice stays until the setting changes
/// or it becomes unavailable: text must not go where the user did not want it. On the FX thread.
final class GeneratorMenuViewModel {
  private final UiContext context;
  final ObjectProperty<GeneratorOption> chosen =
      new SimpleObjectProperty<>(GeneratorOption.OFFLINE);
  final ObservableList<GeneratorOption> options =
      FXCollections.observableArrayList(GeneratorOption.OFFLINE);
  private final CoalescingTask<Found> finder;
  private @Nullable Found before;

  /// @param setting the generator in the settings
  /// @param useGemini whether Gemini is configured, available, and not overridden
  private record Found(String setting, GeneratorOption gemini, boolean useGemini) {}

  GeneratorMenuViewModel(UiContext context) {
    this.context = context;
    finder =
        new CoalescingTask<>(
            context.background(),
            () -> this::find,
            this::offer,
            e -> context.failed(e, "Cannot read the generators, keeping the old ones"));
  }

  /// Applies the current settings and the key, which may be in the system keychain.
  void refresh() {
    finder.refresh();
  }

  private Found find() {
    Configuration configuration = context.services().configuration();
    GeneratorOption gemini = GeneratorOption.gemini(configuration);
    return new Found(
        configuration.settings().generator(),
        gemini,
        gemini.available() && configuration.generator().value().equals(GeneratorOption.GEMINI));
  }

  private void offer(Found found) {
    boolean keep =
        before != null
            && before.setting.equals(found.setting)
            && before.gemini.available() == found.gemini.available();
    boolean choseGemini = chosen.get().name().equals(GeneratorOption.GEMINI);
    boolean useGemini = keep ? choseGemini && found.gemini.available() : found.useGemini;
    before = found;
    options.setAll(found.gemini, GeneratorOption.OFFLINE);
    chosen.set(useGemini ? found.gemini : GeneratorOption.OFFLINE);
  }
}
