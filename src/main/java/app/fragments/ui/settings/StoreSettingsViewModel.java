package app.fragments.ui.settings;

import app.fragments.settings.MongodbUri;
import app.fragments.settings.SecretStore.Secret;
import app.fragments.settings.Setting;
import app.fragments.settings.Settings;
import app.fragments.ui.common.UiContext;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the journal is: in the built-in store or a MongoDB. A change applies at the next start.
/// The password in a MongoDB address is stored as a secret and never shown again. On the FX thread.
final class StoreSettingsViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(StoreSettingsViewModel.class);

  private final UiContext context;

  /// Whether the journal is in a MongoDB.
  final ObjectProperty<Boolean> external = new SimpleObjectProperty<>(false);

  private final ReadOnlyBooleanWrapper restartNeeded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  final ValidatedField uri;
  final ConnectionTest test;
  private @Nullable String savedUri;
  private boolean loading;

  /// Whether the user has changed the choice since the page opened.
  private boolean touched;

  StoreSettingsViewModel(UiContext context, InputValidation validation) {
    this.context = context;
    test = new ConnectionTest(context.background(), context.messages().get("settings.test.defect"));
    uri = new ValidatedField(validation::mongodbUri, test::reset);
    uri.text.addListener((o, old, now) -> updateUnsaved());
    external.addListener((o, old, now) -> externalChanged(now));
  }

  /// Whether a change applies at the next start.
  ReadOnlyBooleanProperty restartNeeded() {
    return restartNeeded.getReadOnlyProperty();
  }

  /// Whether the shown address still has to be saved to take effect.
  ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  void load() {
    touched = false;
    context
        .background()
        .run(
            () -> context.services().configuration().mongodbUri(),
            this::show,
            failure -> {
              LOG.warn("Could not read the store's address", failure);
              show(
                  Optional.ofNullable(context.services().configuration().settings().mongodbUri())
                      .map(kept -> new Setting<>(kept, Setting.Origin.SETTINGS, "mongodbUri")));
            });
  }

  /// Tests the typed address.
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
    context
        .background()
        .run(
            () -> {
              context.services().secrets().write(Secret.MONGODB_URI, withPassword(typed));
              return new MongodbUri(typed).withoutPassword();
            },
            this::saveIfStillExternal,
            failure -> {
              LOG.warn("Could not save the store's address", failure);
              test.show(false, context.messages().get("settings.store.notSaved"));
            });
  }

  /// Adds the saved password if the address was not edited. Blocks on the secret store.
  private String withPassword(String typed) {
    return context
        .services()
        .secrets()
        .read(Secret.MONGODB_URI)
        .filter(kept -> new MongodbUri(kept).withoutPassword().equals(typed))
        .orElse(typed);
  }

  private void externalChanged(boolean mongodb) {
    if (loading) {
      return;
    }
    touched = true;
    test.reset();
    updateUnsaved();
    if (!mongodb && settings().mongodbUri() != null) {
      saveSetting(null);
    } else if (mongodb && uri.value().equals(savedUri)) {
      save();
    }
  }

  /// The user may have changed the choice while the secret was written.
  private void saveIfStillExternal(String shown) {
    if (external.get()) {
      saveSetting(shown);
    }
  }

  private void saveSetting(@Nullable String shown) {
    context.changeSettings(
        settings -> settings.withMongodbUri(shown), saved -> showSaved(saved, shown));
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
    restartNeeded.set(true);
    test.show(true, context.messages().get("settings.store.saved"));
  }

  private void show(Optional<Setting<String>> found) {
    if (touched && found.filter(Setting::isFixed).isEmpty()) {
      // the user was faster than the secret store: keep the user's input
      savedUri = shown(found);
      if (uri.value().isEmpty()) {
        uri.load(savedUri, null);
      }
      updateUnsaved();
      return;
    }
    loading = true;
    external.set(found.isPresent());
    uri.load(shown(found), found.filter(Setting::isFixed).map(Setting::name).orElse(null));
    loading = false;
    savedUri = uri.value();
    updateUnsaved();
  }

  private static String shown(Optional<Setting<String>> found) {
    return found.map(setting -> new MongodbUri(setting.value()).withoutPassword()).orElse("");
  }

  private void updateUnsaved() {
    unsaved.set(
        external.get()
            && !uri.isFixed()
            && !Optional.ofNullable(settings().mongodbUri())
                .map(kept -> new MongodbUri(kept).withoutPassword())
                .equals(Optional.of(uri.value())));
  }

  private Settings settings() {
    return context.services().configuration().settings();
  }
}
