package app.fragments.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Loads screens from FXML with constructor-injected controllers.
public final class ScreenLoader {
  private final Messages messages;
  private final Map<Class<?>, Supplier<?>> controllers = new HashMap<>();

  public ScreenLoader(Messages messages) {
    this.messages = messages;
  }

  /// Registers a controller factory.
  public <C> ScreenLoader with(Class<C> type, Supplier<C> factory) {
    controllers.put(type, factory);
    return this;
  }

  public Parent load(FxmlFile screen) {
    @Nullable URL url = ScreenLoader.class.getResource("/app/fragments/fxml/" + screen.file());
    if (url == null) {
      throw new IllegalStateException("No such screen: " + screen.file());
    }
    FXMLLoader loader = new FXMLLoader(url, messages.bundle());
    loader.setControllerFactory(
        type -> {
          Supplier<?> factory = controllers.get(type);
          if (factory == null) {
            throw new IllegalStateException("No factory for " + type.getName());
          }
          return factory.get();
        });
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot load " + screen.file(), e);
    }
  }
}
