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

/// The Gemini key. A saved key is never shown again. On the FX thread; the keychain is read and
/// written in the background.
final class GeminiSettingsViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiSettingsViewModel.class);

  enum KeyState {
    UNKNOWN,
    NONE,
    SAVED,
    /// Set by an environment variable.
    FIXED
  }

  private final UiContext context;
  private final Runnable onChanged;

  /// Typed but not saved yet.
  final StringProperty typed = new SimpleStringProperty("");

  private final ReadOnlyObjectWrapper<KeyState> state =
      new ReadOnlyObjectWrapper<>(KeyState.UNKNOWN);
  private final ReadOnlyStringWrapper fixedBy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
  final ConnectionTest test;

  /// @param onChanged called after a key is saved or removed
  GeminiSettingsViewModel(UiContext context, Runnable onChanged) {
    this.context = context;
    this.onChanged = onChanged;
    test = new ConnectionTest(context.background(), context.messages().get("settings.test.defect"));
    typed.addListener((o, old, now) -> test.reset());
  }

  ReadOnlyObjectProperty<KeyState> state() {
    return state.getReadOnlyProperty();
  }

  /// The environment variable that sets the key, or empty.
  ReadOnlyStringProperty fixedBy() {
    return fixedBy.getReadOnlyProperty();
  }

  /// A sentence about where keys are stored.
  ReadOnlyStringProperty place() {
    return place.getReadOnlyProperty();
  }

  void load() {
    context
        .background()
        .run(
            () -> {
              Configuration configuration = context.services().configuration();
              SecretStore secrets = context.services().secrets();
              return new StoredKey(
                  configuration.geminiKey().orElse(null), secrets.place(), secrets.isKeychain());
            },
            this::show,
            failure -> {
              LOG.warn("Could not read the stored key", failure);
              state.set(KeyState.NONE);
              place.set(context.messages().get("settings.key.unreadable"));
            });
  }

  /// Tests the typed key, or the saved one if none is typed.
  ///
  /// @param model the model to call
  void runTest(String model) {
    String key = typed.get().strip();
    test.run(
        () -> {
          String tested =
              key.isEmpty()
                  ? context.services().configuration().geminiKey().map(Setting::value).orElse("")
                  : key;
          return context.services().testGemini(tested, model);
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
              test.reset();
              load();
              onChanged.run();
            },
            failure -> {
              LOG.warn("Could not save or remove the key", failure);
              test.show(false, context.messages().get("settings.key.notChanged"));
            });
  }

  private void show(StoredKey stored) {
    Setting<String> key = stored.key();
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
                stored.keychain() ? "settings.key.inKeychain" : "settings.key.inFile",
                stored.place()));
  }

  private record StoredKey(@Nullable Setting<String> key, String place, boolean keychain) {}
}
