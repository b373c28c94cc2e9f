package app.fragments.ui.settings;

import app.fragments.settings.Configuration.Setting;
import app.fragments.settings.SecretStore;
import app.fragments.settings.SecretStore.Secret;
import app.fragments.ui.common.UiContext;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The Gemini key. A saved key is never shown again. On the FX thread; the keychain is read and
/// written in the background.
final class GeminiSettingsViewModel {
  enum KeyState {
    UNKNOWN,
    NONE,
    SAVED,
    /// Set by an environment variable.
    FIXED
  }

  /// What the page shows of the stored key.
  private record StoredKey(KeyState state, String fixedBy, String place) {}

  final ObjectProperty<KeyState> state = new SimpleObjectProperty<>(KeyState.UNKNOWN);

  /// Typed but not saved yet.
  final StringProperty typed = new SimpleStringProperty("");

  /// The environment variable that sets the key, or empty.
  final StringProperty fixedBy = new SimpleStringProperty("");

  /// A sentence about where keys are stored.
  final StringProperty place = new SimpleStringProperty("");

  final ConnectionTest test;
  private final UiContext context;
  private final Runnable onChanged;

  /// @param onChanged called after a key is saved or removed
  GeminiSettingsViewModel(UiContext context, Runnable onChanged) {
    this.context = context;
    this.onChanged = onChanged;
    test = new ConnectionTest(context);
    typed.addListener((o, old, now) -> test.reset());
  }

  void load() {
    context.run(
        this::read,
        this::show,
        failure -> {
          context.failed(failure, "Could not read the stored key");
          String unreadable = context.messages().get("settings.key.unreadable");
          show(new StoredKey(KeyState.NONE, "", unreadable));
        });
  }

  private StoredKey read() {
    SecretStore secrets = context.services().secrets();
    String placeKey = secrets.isKeychain() ? "settings.key.inKeychain" : "settings.key.inFile";
    String storedIn = context.messages().get(placeKey, secrets.place());
    @Nullable Setting<String> key = context.services().configuration().geminiKey().orElse(null);
    if (key == null) {
      return new StoredKey(KeyState.NONE, "", storedIn);
    }
    return key.isFixed()
        ? new StoredKey(KeyState.FIXED, key.name(), storedIn)
        : new StoredKey(KeyState.SAVED, "", storedIn);
  }

  private void show(StoredKey stored) {
    fixedBy.set(stored.fixedBy());
    state.set(stored.state());
    place.set(stored.place());
  }

  /// Tests the typed key, or the saved one if none is typed.
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
    context.run(
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
          context.failed(failure, "Could not save or remove the key");
          test.show(false, context.messages().get("settings.key.notChanged"));
        });
  }
}
