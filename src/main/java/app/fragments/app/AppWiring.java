package app.fragments.app;

import app.fragments.settings.Environment;
import app.fragments.ui.common.UiServices;
import java.time.Clock;

/// The wiring: the one place where adapters are made and handed out by constructor.
final class AppWiring implements AutoCloseable {
  private final ApplicationContext foundation;
  private final StoreOpener opener;
  private final WorkerFactory workshop;
  private final WindowServices window;

  private AppWiring(ApplicationContext foundation) {
    this.foundation = foundation;
    opener = new StoreOpener(foundation.folder(), foundation::configuration, System::nanoTime);
    workshop =
        new WorkerFactory(opener, new Generators(foundation::configuration), foundation.hostName());
    window = new WindowServices(foundation, opener, workshop);
  }

  /// Puts the program together; opens the data folder and the log, but no store yet.
  ///
  /// @throws app.fragments.settings.DataFolderException where the data folder cannot be used
  static AppWiring open(Environment environment, Clock clock) {
    return new AppWiring(ApplicationContext.open(environment, clock));
  }

  ApplicationContext foundation() {
    return foundation;
  }

  StoreOpener opener() {
    return opener;
  }

  WorkerFactory workshop() {
    return workshop;
  }

  UiServices forWindow() {
    return window;
  }

  /// Starts to read what the window shows first. Returns at once.
  void readAhead() {
    window.readAhead();
  }

  /// Tells the store that this process has ended, and closes it and the log.
  @Override
  public void close() {
    try (foundation;
        opener) {
      window.close();
    }
  }
}
