package app.fragments.ui.settings;

import app.fragments.settings.Configuration.Setting;
import app.fragments.settings.MongodbUri;
import app.fragments.settings.SecretStore.Secret;
import app.fragments.ui.common.UiContext;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Where the journal is: in the built-in store or on a MongoDB server. A change applies at the next
/// start. The password in a MongoDB address is stored as a secret and never shown again. On the FX
/// thread.
final class StoreSettingsViewModel {
  /// Whether the journal is on a MongoDB server.
  final ObjectProperty<Boolean> external = new SimpleObjectProperty<>(false);

  /// Whether the shown address still has to be saved to take effect.
  final BooleanProperty unsaved = new SimpleBooleanProperty();

  final ValidatedField uri;
  final ConnectionTest test;
  private final UiContext context;
  private @Nullable String savedUri;
  private boolean loading;

  /// Whether the user has changed the choice since the page opened.
  private boolean touched;

  StoreSettingsViewModel(UiContext context) {
    this.context = context;
    test = new ConnectionTest(context);
    uri =
        new ValidatedField(
            text ->
                text.isEmpty() || hasHost(text) ? "" : context.messages().get("settings.error.uri"),
            test::reset);
    uri.text.addListener((o, old, now) -> updateUnsaved());
    external.addListener((o, old, now) -> externalChanged(now));
  }

  private static boolean hasHost(String uri) {
    if (!new MongodbUri(uri).isMongodb() || uri.chars().anyMatch(Character::isWhitespace)) {
      return false;
    }
    String authority = uri.substring(uri.indexOf("://") + 3).split("[/?]", 2)[0];
    return !authority.substring(authority.lastIndexOf('@') + 1).isEmpty();
  }

  void load() {
    touched = false;
    context.run(
        () -> context.services().configuration().mongodbUri(),
        this::show,
        failure -> {
          context.failed(failure, "Could not read the store's address");
          show(settingsUri().map(it -> new Setting<>(it, Setting.Origin.SETTINGS, "mongodbUri")));
        });
  }

  void runTest() {
    String typed = uri.value();
    if (uri.isValid() && !typed.isEmpty()) {
      test.run(() -> context.services().testMongo(withPassword(typed)));
    }
  }

  /// Saves the typed address for the next start.
  void save() {
    String typed = uri.value();
    if (!uri.isValid() || typed.isEmpty()) {
      return;
    }
    context.run(
        () -> {
          context.services().secrets().write(Secret.MONGODB_URI, withPassword(typed));
          return new MongodbUri(typed).withoutPassword();
        },
        shown -> {
          if (external.get()) { // the user may have changed it while the secret was written
            saveSetting(shown);
          }
        },
        failure -> {
          context.failed(failure, "Could not save the store's address");
          test.show(false, context.messages().get("settings.store.notSaved"));
        });
  }

  /// Adds the saved password if the address was not edited. Blocks on the secret store.
  private String withPassword(String typed) {
    Optional<String> saved = context.services().secrets().read(Secret.MONGODB_URI);
    return saved.filter(uri -> new MongodbUri(uri).withoutPassword().equals(typed)).orElse(typed);
  }

  private void externalChanged(boolean mongodb) {
    if (loading) {
      return;
    }
    touched = true;
    test.reset();
    updateUnsaved();
    if (!mongodb && settingsUri().isPresent()) {
      saveSetting(null);
    } else if (mongodb && uri.value().equals(savedUri)) {
      save();
    }
  }

  private void saveSetting(@Nullable String shown) {
    context.changeSettings(copy -> copy.mongodbUri = shown, saved -> showSaved(saved, shown));
  }

  private void showSaved(boolean saved, @Nullable String shown) {
    if (!saved) {
      test.show(false, context.messages().get("settings.store.notSaved"));
      return;
    }
    if (shown != null) {
      savedUri = shown;
      uri.load(shown, null);
    }
    updateUnsaved();
    test.show(true, context.messages().get("settings.store.saved"));
  }

  private void show(Optional<Setting<String>> found) {
    String shown =
        found.map(setting -> new MongodbUri(setting.value()).withoutPassword()).orElse("");
    Optional<String> variable = found.filter(Setting::isFixed).map(Setting::name);
    savedUri = shown;
    if (!touched || variable.isPresent()) {
      loading = true;
      external.set(found.isPresent());
      uri.load(shown, variable.orElse(null));
      loading = false;
    } else if (uri.value().isEmpty()) { // otherwise keep what the user has typed meanwhile
      uri.load(shown, null);
    }
    updateUnsaved();
  }

  private void updateUnsaved() {
    Optional<String> saved = settingsUri().map(it -> new MongodbUri(it).withoutPassword());
    unsaved.set(external.get() && !uri.isFixed() && !saved.equals(Optional.of(uri.value())));
  }

  private Optional<String> settingsUri() {
    return Optional.ofNullable(context.services().configuration().settings().mongodbUri());
  }
}
