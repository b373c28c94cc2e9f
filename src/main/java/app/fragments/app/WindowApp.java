package app.fragments.app;

import app.fragments.settings.DataFolderException;
import app.fragments.settings.Environment;
import app.fragments.ui.shell.MainWindow;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program with its window.
public final class WindowApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(WindowApp.class);

  /// The wiring, opened before JavaFX started. Static, because JavaFX creates the application
  /// itself.
  private static @Nullable CompletableFuture<AppWiring> opening;

  private @Nullable AppWiring program;
  private @Nullable DataFolderException noFolder;

  /// Runs the program with its window until it ends. Reads the first page of the journal while
  /// JavaFX starts, so that nobody has to wait for it later.
  static void launch() {
    opening = begin();
    Application.launch(WindowApp.class);
  }

  private static CompletableFuture<AppWiring> begin() {
    return CompletableFuture.supplyAsync(
        WindowApp::open, Thread.ofPlatform().name("opener")::start);
  }

  private static AppWiring open() {
    AppWiring opened = AppWiring.open(Environment.ofProcess(), Clock.systemDefaultZone());
    opened.readAhead();
    return opened;
  }

  @Override
  public void init() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> LOG.error("Uncaught exception on {}", thread.getName(), thrown));
    try {
      program = (opening == null ? begin() : opening).join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof DataFolderException folder)) {
        throw e;
      }
      noFolder = folder;
    }
  }

  @Override
  public void start(Stage stage) {
    if (program == null) {
      Alert alert =
          new Alert(Alert.AlertType.ERROR, noFolder == null ? null : noFolder.getMessage());
      alert.setHeaderText("Fragments can't use its data folder");
      alert.showAndWait();
      return;
    }
    MainWindow window = new MainWindow(stage, program.forWindow(), getHostServices()::showDocument);
    window.afterFirstFrame(() -> Thread.ofVirtual().name("icons").start(() -> addIcons(stage)));
    window.show();
  }

  /// Runs after startup: reading images takes longer than a frame.
  private static void addIcons(Stage stage) {
    List<Image> icons = Stream.of(16, 24, 32, 48, 64, 128, 256).map(WindowApp::icon).toList();
    Platform.runLater(() -> stage.getIcons().setAll(icons));
  }

  @Override
  public void stop() {
    if (program != null) {
      program.close();
    }
  }

  private static Image icon(int size) {
    return new Image(String.valueOf(WindowApp.class.getResource("icons/" + size + ".png")));
  }
}
