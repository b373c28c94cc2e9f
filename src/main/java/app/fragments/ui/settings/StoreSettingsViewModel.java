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

/// Which store: the built-in one or a MongoDB. A change applies at the next start. The password in
/// an address goes to the place of secrets and is never shown again. On the FX thread.
final class StoreSettingsViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(StoreSettingsViewModel.class);

  private final UiContext context;
  private final ObjectProperty<Boolean> external = new SimpleObjectProperty<>(false);
  private final ReadOnlyBooleanWrapper atNextStart = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ValidatedField uri;
  private final ConnectionTest probe;
  private @Nullable String lastKept;
  private boolean loading;

  /// Whether the user has chosen since the page was opened.
  private boolean touched;

  StoreSettingsViewModel(UiContext context, InputValidation checks) {
    this.context = context;
    probe =
        new ConnectionTest(context.background(), context.messages().get("settings.test.defect"));
    uri = new ValidatedField(checks::mongodbUri, probe::reset);
    uri.text().addListener((o, old, now) -> compare());
    external.addListener((o, old, now) -> chosen(now));
  }

  /// Whether a MongoDB is chosen instead of the built-in store.
  ObjectProperty<Boolean> external() {
    return external;
  }

  ValidatedField uri() {
    return uri;
  }

  ConnectionTest probe() {
    return probe;
  }

  /// Whether something was changed that the next start puts in force.
  ReadOnlyBooleanProperty atNextStart() {
    return atNextStart.getReadOnlyProperty();
  }

  /// Whether the page shows an address that no start would use: [#save] keeps it.
  ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /// Shows what is set.
  void load() {
    touched = false;
    context
        .background()
        .run(
            () -> context.services().configuration().mongodbUri(),
            this::show,
            failure -> {
              LOG.warn("The address of the store cannot be read", failure);
              show(
                  Optional.ofNullable(context.services().configuration().settings().mongodbUri())
                      .map(kept -> new Setting<>(kept, Setting.Origin.SETTINGS, "mongodbUri")));
            });
  }

  /// Tries the address that is typed.
  void test() {
    String typed = uri.value();
    if (uri.isValid() && !typed.isEmpty()) {
      probe.run(() -> context.services().testMongo(whole(typed)));
    }
  }

  /// Keeps the address that is typed, for the next start.
  void save() {
    String typed = uri.value();
    if (!uri.isValid() || typed.isEmpty()) {
      return;
    }
    context
        .background()
        .run(
            () -> {
              context.services().secrets().write(Secret.MONGODB_URI, whole(typed));
              return new MongodbUri(typed).withoutPassword();
            },
            this::keepIfChosen,
            failure -> {
              LOG.warn("The address of the store could not be kept", failure);
              probe.show(false, context.messages().get("settings.store.notSaved"));
            });
  }

  /// The address with its password: what is shown has none, and while it is not changed the kept
  /// one is meant. Waits for the place of secrets.
  private String whole(String typed) {
    return context
        .services()
        .secrets()
        .read(Secret.MONGODB_URI)
        .filter(kept -> new MongodbUri(kept).withoutPassword().equals(typed))
        .orElse(typed);
  }

  private void chosen(boolean mongodb) {
    if (loading) {
      return;
    }
    touched = true;
    probe.reset();
    compare();
    if (!mongodb && settings().mongodbUri() != null) {
      keep(null);
    } else if (mongodb && uri.value().equals(lastKept)) {
      save();
    }
  }

  /// The place of secrets may have taken its time.
  private void keepIfChosen(String shown) {
    if (external.get()) {
      keep(shown);
    }
  }

  private void keep(@Nullable String shown) {
    context.changeSettings(
        settings -> settings.withMongodbUri(shown), saved -> showSaved(saved, shown));
  }

  private void showSaved(boolean saved, @Nullable String shown) {
    if (!saved) {
      probe.show(false, context.messages().get("settings.store.notSaved"));
      return;
    }
    if (shown != null) {
      lastKept = shown;
      uri.load(shown, null);
    }
    compare();
    atNextStart.set(true);
    probe.show(true, context.messages().get("settings.store.saved"));
  }

  private void show(Optional<Setting<String>> found) {
    if (touched && found.filter(Setting::isFixed).isEmpty()) {
      // the place of secrets took longer than the user, whose choice and words stay
      lastKept = shown(found);
      if (uri.value().isEmpty()) {
        uri.load(lastKept, null);
      }
      compare();
      return;
    }
    loading = true;
    external.set(found.isPresent());
    uri.load(shown(found), found.filter(Setting::isFixed).map(Setting::name).orElse(null));
    loading = false;
    lastKept = uri.value();
    compare();
  }

  private static String shown(Optional<Setting<String>> found) {
    return found.map(setting -> new MongodbUri(setting.value()).withoutPassword()).orElse("");
  }

  private void compare() {
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
