package app.fragments.ui.settings;

import app.fragments.settings.Configuration;
import app.fragments.settings.SecretStore;
import app.fragments.settings.SecretStore.Secret;
import app.fragments.settings.Setting;
import app.fragments.ui.common.UiContext;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Gemini key: whether there is one, where it is kept, and trying it. The key itself is never
/// shown again once it is saved. On the FX thread; the keychain is asked in the background.
final class GeminiSettingsViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiSettingsViewModel.class);

  /// What is known of the key.
  enum KeyState {
    UNKNOWN,
    NONE,
    SAVED,
    /// An environment variable has the last word.
    FIXED
  }

  private final UiContext context;
  private final Runnable onChanged;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<KeyState> state =
      new ReadOnlyObjectWrapper<>(KeyState.UNKNOWN);
  private final ReadOnlyStringWrapper fixedBy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
  private final ConnectionTest probe;

  /// @param onChanged hears that a key was saved or removed
  GeminiSettingsViewModel(UiContext context, Runnable onChanged) {
    this.context = context;
    this.onChanged = onChanged;
    probe =
        new ConnectionTest(context.background(), context.messages().get("settings.test.defect"));
    typed.addListener((o, old, now) -> probe.reset());
  }

  /// What is typed and not saved yet.
  StringProperty typed() {
    return typed;
  }

  ReadOnlyObjectProperty<KeyState> state() {
    return state.getReadOnlyProperty();
  }

  /// The environment variable that the key comes from, or empty.
  ReadOnlyStringProperty fixedBy() {
    return fixedBy.getReadOnlyProperty();
  }

  /// Where keys are kept, a sentence for the screen.
  ReadOnlyStringProperty place() {
    return place.getReadOnlyProperty();
  }

  ConnectionTest probe() {
    return probe;
  }

  /// Looks whether there is a key, and where keys are kept.
  void load() {
    context
        .background()
        .run(
            () -> {
              Configuration configuration = context.services().configuration();
              SecretStore secrets = context.services().secrets();
              return new Known(
                  configuration.geminiKey().orElse(null), secrets.place(), secrets.isKeychain());
            },
            this::show,
            failure -> {
              LOG.warn("The place of secrets cannot be read", failure);
              state.set(KeyState.NONE);
              place.set(context.messages().get("settings.key.unreadable"));
            });
  }

  /// Tries what is typed, or where nothing is, what is saved.
  ///
  /// @param model the model to try it with
  void test(String model) {
    String key = typed.get().strip();
    probe.run(
        () -> {
          String tried =
              key.isEmpty()
                  ? context.services().configuration().geminiKey().map(Setting::value).orElse("")
                  : key;
          return context.services().testGemini(tried, model);
        });
  }

  void save() {
    String key = typed.get().strip();
    if (!key.isEmpty()) {
      change(() -> context.services().secrets().write(Secret.GEMINI_API_KEY, key));
    }
  }

  void remove() {
    change(() -> context.services().secrets().remove(Secret.GEMINI_API_KEY));
  }

  private void change(Runnable change) {
    context
        .background()
        .run(
            () -> {
              change.run();
              return true;
            },
            done -> {
              typed.set("");
              probe.reset();
              load();
              onChanged.run();
            },
            failure -> {
              LOG.warn("The key could not be saved or removed", failure);
              probe.show(false, context.messages().get("settings.key.notChanged"));
            });
  }

  private void show(Known known) {
    Setting<String> key = known.key();
    fixedBy.set(key != null && key.isFixed() ? key.name() : "");
    if (key == null) {
      state.set(KeyState.NONE);
    } else {
      state.set(key.isFixed() ? KeyState.FIXED : KeyState.SAVED);
    }
    place.set(
        context
            .messages()
            .get(
                known.keychain() ? "settings.key.inKeychain" : "settings.key.inFile",
                known.place()));
  }

  private record Known(@Nullable Setting<String> key, String place, boolean keychain) {}
}
