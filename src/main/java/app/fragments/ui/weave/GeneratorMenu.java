package app.fragments.ui.weave;

import app.fragments.settings.Configuration;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The available generators and the chosen one. The user's choice stays until the setting changes
/// or it becomes unavailable: text must not go where the user did not want it. On the FX thread.
final class GeneratorMenu {
  private static final Logger LOG = LoggerFactory.getLogger(GeneratorMenu.class);

  private final UiContext context;
  private final ObjectProperty<GeneratorOption> chosen =
      new SimpleObjectProperty<>(GeneratorOption.OFFLINE);
  private final ObservableList<GeneratorOption> options =
      FXCollections.observableArrayList(GeneratorOption.OFFLINE);
  private final CoalescingTask<Found> finder;
  private @Nullable Basis basis;

  GeneratorMenu(UiContext context) {
    this.context = context;
    finder =
        new CoalescingTask<>(
            context.background(),
            () -> this::find,
            this::offer,
            failure -> LOG.warn("Cannot read the generators, keeping the old ones", failure));
  }

  ObjectProperty<GeneratorOption> chosen() {
    return chosen;
  }

  ObservableList<GeneratorOption> options() {
    return FXCollections.unmodifiableObservableList(options);
  }

  /// Applies the current settings and the key, which may be in the system keychain.
  void refresh() {
    finder.refresh();
  }

  private Found find() {
    Configuration configuration = context.services().configuration();
    GeneratorOption.Choice choice = GeneratorOption.of(configuration);
    List<String> available =
        choice.all().stream()
            .filter(GeneratorOption::available)
            .map(GeneratorOption::name)
            .toList();
    return new Found(new Basis(configuration.settings().generator(), available), choice);
  }

  private void offer(Found found) {
    GeneratorOption.Choice choice = found.choice();
    String name = chosen.get().name();
    boolean stays = found.basis().equals(basis);
    basis = found.basis();
    options.setAll(choice.all());
    chosen.set(
        choice.all().stream()
            .filter(option -> stays && option.available() && option.name().equals(name))
            .findFirst()
            .orElse(choice.chosen()));
  }

  /// What the initial choice depends on.
  ///
  /// @param setting the generator in the settings
  /// @param available the names of the available generators
  private record Basis(String setting, List<String> available) {}

  private record Found(Basis basis, GeneratorOption.Choice choice) {}
}
