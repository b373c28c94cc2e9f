package app.fragments.app;

import app.fragments.diagnostics.QueueHealthCheck;
import app.fragments.job.ClaimRequest;
import app.fragments.job.JobService;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.RetentionPolicy;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.search.SearchService;
import app.fragments.settings.Configuration;
import app.fragments.settings.DataFolder;
import app.fragments.settings.Environment;
import app.fragments.settings.FallbackSecretStore;
import app.fragments.settings.HostName;
import app.fragments.settings.JobSettings;
import app.fragments.settings.Logs;
import app.fragments.settings.SecretStore;
import app.fragments.settings.Settings;
import app.fragments.settings.SettingsStore;
import app.fragments.store.mongo.MongoStores;
import app.fragments.ui.common.UiServices;
import app.fragments.worker.JobListener;
import app.fragments.worker.Reconciler;
import app.fragments.worker.ShutdownListener;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerPoolSettings;
import app.fragments.worker.WorkerRegistration;
import app.fragments.worker.WorkerSettings;
import app.fragments.worker.WorkerStores;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Creates all adapters and injects them through constructors.
final class AppWiring implements AutoCloseable {
  private final Environment environment;
  final DataFolder folder;
  private final Logs logs;
  private final SettingsStore settingsStore;
  final SecretStore secrets;
  final Clock clock;
  final HostName hostName;
  final StoreOpener opener;
  final ConfiguredGeneratorResolver generators;
  private final WindowServices window;
  private volatile Settings settings;
  private @Nullable SearchService search;

  private AppWiring(Environment environment, DataFolder folder, Logs logs, Clock clock) {
    this.environment = environment;
    this.folder = folder;
    this.logs = logs;
    this.clock = clock;
    hostName = HostName.of(environment);
    settingsStore = new SettingsStore(folder.settingsFile());
    secrets = FallbackSecretStore.open(folder);
    settings = settingsStore.load();
    opener = new StoreOpener(folder, this::configuration, System::nanoTime);
    generators = new ConfiguredGeneratorResolver(this::configuration);
    window = new WindowServices(this);
  }

  /// Opens the data folder and the log, but not the store.
  ///
  /// @throws app.fragments.settings.DataFolderException if the data folder cannot be used
  static AppWiring open(Environment environment, Clock clock) {
    DataFolder folder = DataFolder.open(environment);
    return new AppWiring(environment, folder, Logs.open(folder), clock);
  }

  UiServices forWindow() {
    return window;
  }

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

  /// Starts reading what the window shows first. Returns at once.
  void readAhead() {
    window.readAhead();
  }

  /// Waits until the store is open.
  JobService jobService() {
    MongoStores stores = opener.get();
    return new JobService(stores.jobs(), stores.queue(), stores.clock(), 1);
  }

  /// The search. Opens nothing before it is used.
  synchronized SearchService search() {
    SearchService opened = search;
    if (opened == null) {
      opened =
          new SearchService(
              folder.searchCache(),
              () -> opener.location().toString(),
              () -> opener.get().entries(),
              () -> configuration().userId().value(),
              clock);
      search = opened;
    }
    return opened;
  }

  /// A pool without workers. Does not wait: its workers open the store.
  WorkerPool workerPool(
      RegisteredWorker.Kind kind,
      Function<JobListener, WorkerContext> contexts,
      JobListener listener,
      ThreadFactory threads,
      @Nullable ShutdownListener shutdown) {
    return new WorkerPool(
        new WorkerRegistration(kind, hostName, () -> opener.get().workers()),
        contexts,
        listener,
        threads,
        shutdown);
  }

  /// Waits until the store is open.
  WorkerContext workerContext(
      WorkerSettings settings, WorkerPoolSettings limits, JobListener listener) {
    return new WorkerContext(
        workerStores(), generators, new FactCheck()::check, listener, settings, limits);
  }

  WorkerPoolSettings workerLimits() {
    Configuration now = configuration();
    int perUser = now.jobsPerUser().value();
    return new WorkerPoolSettings(
        perUser == JobSettings.NO_LIMIT ? ClaimRequest.UNLIMITED : perUser,
        now.callsPerMinute().value(),
        new RetentionPolicy(now.keepCompleted().value(), now.keepFailed().value()));
  }

  /// Waits until the store is open. The repairs delete no records.
  QueueHealthCheck healthCheck() {
    MongoStores stores = opener.get();
    WorkerStores ports = workerStores();
    return new QueueHealthCheck(
        ports,
        stores.workers(),
        stores.indexes(),
        stores.clock(),
        clock,
        new Reconciler(ports, RetentionPolicy.ENDLESS));
  }

  private WorkerStores workerStores() {
    MongoStores stores = opener.get();
    return new WorkerStores(
        stores.jobs(),
        stores.queue(),
        stores.entries(),
        stores.reports(),
        stores.heartbeatQueue(),
        stores.heartbeatJobs());
  }

  /// Closes the window's workers, the store, the settings and the log. Waits a few seconds at most.
  @Override
  public void close() {
    try (logs;
        settingsStore;
        opener) {
      window.close();
      closeSearch();
    }
  }

  private synchronized void closeSearch() {
    if (search != null) {
      search.close();
    }
  }
}
