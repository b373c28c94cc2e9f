package app.fragments.app;

import app.fragments.cli.CliServices;
import app.fragments.diagnostics.QueueHealthCheck;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Failure;
import app.fragments.job.RegisteredWorker;
import app.fragments.journal.EntryFilter;
import app.fragments.settings.Configuration;
import app.fragments.settings.Configuration.Setting;
import app.fragments.settings.DataFolder;
import app.fragments.settings.Environment;
import app.fragments.settings.Logs;
import app.fragments.settings.MongodbUri;
import app.fragments.store.StoreException;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import app.fragments.worker.JobListener;
import app.fragments.worker.ShutdownListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerPoolSettings;
import app.fragments.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The wiring for the commands. Created when a command first needs a part of it, so that help and
/// version need no data folder. Thread-safe.
final class CommandServices extends SharedServices implements CliServices, AutoCloseable {
  private final Environment environment;
  private final Clock clock;
  private @Nullable AppWiring wiring;

  CommandServices(Environment environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  synchronized AppWiring wiring() {
    AppWiring open = wiring == null ? AppWiring.open(environment, clock) : wiring;
    wiring = open;
    return open;
  }

  @Override
  public WorkerPool workerPool(
      RegisteredWorker.Kind kind,
      WorkOptions options,
      JobListener listener,
      ShutdownListener shutdown) {
    return wiring()
        .workerPool(
            kind,
            hearing -> context(options, hearing),
            listener,
            Thread.ofPlatform().name("worker-", 1).factory(),
            shutdown);
  }

  @Override
  public Worker worker(WorkOptions options, JobListener listener) {
    String unique = "weave-" + ProcessHandle.current().pid() + "-1";
    String host = wiring().hostName.ifKnown().map(known -> "@" + known).orElse("");
    return new Worker(unique + host, context(options, listener));
  }

  @Override
  public WorkerPoolSettings workerLimits() {
    return wiring().workerLimits();
  }

  private WorkerContext context(WorkOptions options, JobListener listener) {
    return wiring()
        .workerContext(
            WorkerSettings.of(options.timeout(), options.tries()), options.limits(), listener);
  }

  @Override
  public String checkStore() {
    MongoStores stores = stores();
    MongoStores.Description description = stores.describe();
    List<String> damage = stores.builtIn().map(server -> server.quickCheck()).orElse(List.of());
    if (!damage.isEmpty()) {
      throw new StoreException(
          "The store's file " + description.place() + " is damaged: " + damage.getFirst(), null);
    }
    long entries = stores.entries().count(configuration().userId().value(), EntryFilter.ALL);
    return "%s %s, %,d %s, %d ms"
        .formatted(
            description.builtIn() ? "sound, speaks MongoDB" : "MongoDB",
            description.version(),
            entries,
            entries == 1 ? "entry" : "entries",
            description.latency().toMillis());
  }

  @Override
  public QueueHealthCheck healthCheck() {
    return wiring().healthCheck();
  }

  @Override
  public Optional<Failure> testKey() {
    Configuration now = configuration();
    String key = now.geminiKey().map(Setting::value).orElse("");
    try {
      String _ = wiring().generators.test(key, now.geminiModel().value());
      return Optional.empty();
    } catch (GeneratorException e) {
      return Optional.of(e.failure());
    }
  }

  @Override
  public String storeDescription() {
    return switch (wiring().opener.location()) {
      case StoreLocation.BuiltIn builtIn -> "built-in store in " + builtIn.folder();
      case StoreLocation.Remote remote -> new MongodbUri(remote.uri()).withoutPassword();
    };
  }

  @Override
  public DataFolder folder() {
    return wiring().folder;
  }

  @Override
  public Optional<Path> logFile() {
    return Logs.newest(wiring().folder);
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public synchronized void close() {
    if (wiring != null) {
      wiring.close();
    }
  }
}
