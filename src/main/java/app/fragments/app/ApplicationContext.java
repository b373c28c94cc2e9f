package app.fragments.app;

import app.fragments.settings.Configuration;
import app.fragments.settings.DataFolder;
import app.fragments.settings.Environment;
import app.fragments.settings.HostName;
import app.fragments.settings.Logs;
import app.fragments.settings.SecretStore;
import app.fragments.settings.SecretStores;
import app.fragments.settings.Settings;
import app.fragments.settings.SettingsStore;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/// What the window and the commands both stand on: the data folder, the settings, the secrets, the
/// log. Quick to make; no store is opened here.
final class ApplicationContext implements AutoCloseable {
  private final Environment environment;
  private final DataFolder folder;
  private final Logs logs;
  private final SettingsStore settingsStore;
  private final SecretStore secrets;
  private final Clock clock;
  private final HostName hostName;
  private volatile Settings settings;

  private ApplicationContext(Environment environment, DataFolder folder, Logs logs, Clock clock) {
    this.environment = environment;
    this.folder = folder;
    this.logs = logs;
    this.clock = clock;
    hostName = HostName.of(environment);
    settingsStore = new SettingsStore(folder.settingsFile());
    secrets = SecretStores.open(folder);
    settings = settingsStore.load();
  }

  /// The data folder of this process with what is in it.
  ///
  /// @throws app.fragments.settings.DataFolderException where it cannot be used
  static ApplicationContext open(Environment environment, Clock clock) {
    DataFolder folder = DataFolder.open(environment);
    return new ApplicationContext(environment, folder, Logs.open(folder), clock);
  }

  DataFolder folder() {
    return folder;
  }

  SecretStore secrets() {
    return secrets;
  }

  Clock clock() {
    return clock;
  }

  /// This machine's name.
  HostName hostName() {
    return hostName;
  }

  /// What is in force at this moment.
  Configuration configuration() {
    return new Configuration(environment, settings, secrets);
  }

  /// Applies new settings at once and saves them in the background.
  ///
  /// @return completes when they are written, exceptionally if they can't be
  CompletableFuture<Void> save(Settings changed) {
    settings = changed;
    return settingsStore.save(changed);
  }

  /// Waits briefly for settings that are still being written, then closes the log.
  @Override
  public void close() {
    settingsStore.close();
    logs.close();
  }
}
