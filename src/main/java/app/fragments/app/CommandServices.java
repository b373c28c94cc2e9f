package app.fragments.app;

import app.fragments.cli.CliServices;
import app.fragments.diagnostics.QueueHealthCheck;
import app.fragments.generator.gemini.GeminiConnectionTest;
import app.fragments.job.Failure;
import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryStore;
import app.fragments.settings.Configuration;
import app.fragments.settings.DataFolder;
import app.fragments.settings.Environment;
import app.fragments.settings.Logs;
import app.fragments.settings.MongodbUri;
import app.fragments.settings.Setting;
import app.fragments.store.StoreException;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreDescription;
import app.fragments.store.mongo.StoreLocation;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerRegistration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The program as the commands see it. It is put together when a command first asks for a part of
/// it, so that help and version want no data folder. Usable from any thread.
final class CommandServices implements CliServices, AutoCloseable {
  private final Environment environment;
  private final Clock clock;
  private @Nullable AppWiring program;

  CommandServices(Environment environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  private synchronized AppWiring program() {
    AppWiring open = program == null ? AppWiring.open(environment, clock) : program;
    program = open;
    return open;
  }

  private ApplicationContext foundation() {
    return program().foundation();
  }

  private StoreOpener opener() {
    return program().opener();
  }

  private WorkerFactory workshop() {
    return program().workshop();
  }

  @Override
  public EntryStore entries() {
    return opener().get().entries();
  }

  @Override
  public JobStore jobs() {
    return opener().get().jobs();
  }

  @Override
  public JobQueue queue() {
    return opener().get().queue();
  }

  @Override
  public JobService jobService() {
    return workshop().service(1);
  }

  @Override
  public WorkerRegistry registry() {
    return opener().get().workers();
  }

  @Override
  public List<Worker> workers(String name, int count, WorkOptions options, JobListener listener) {
    WorkerPool crew = WorkerPoolSettings.of(foundation().configuration()).with(options).crew();
    String unique = name + "-" + ProcessHandle.current().pid() + "-";
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                workshop()
                    .worker(unique + number, options.timeout(), options.tries(), crew, listener))
        .toList();
  }

  @Override
  public WorkerRegistration register(
      RegisteredWorker.Kind kind, IntSupplier workers, IntSupplier busy) {
    return workshop().attendance(kind, workers, busy).start();
  }

  @Override
  public String checkStore() {
    MongoStores stores = opener().get();
    StoreDescription description = stores.describe();
    List<String> damage = stores.builtIn().map(server -> server.quickCheck()).orElse(List.of());
    if (!damage.isEmpty()) {
      throw new StoreException(
          "The store's file " + description.place() + " is damaged: " + damage.getFirst(), null);
    }
    long entries =
        stores.entries().count(foundation().configuration().userId().value(), EntryFilter.ALL);
    return "%s %s, %,d entries, %d ms"
        .formatted(
            description.kind() == StoreDescription.Kind.BUILT_IN
                ? "sound, speaks MongoDB"
                : "MongoDB",
            description.version(),
            entries,
            description.latency().toMillis());
  }

  @Override
  public QueueHealthCheck healthCheck() {
    return workshop().healthCheck(clock);
  }

  @Override
  public Optional<Failure> testKey() {
    Configuration now = foundation().configuration();
    String key = now.geminiKey().map(Setting::value).orElse("");
    return switch (workshop().generators().test(key, now.geminiModel().value())) {
      case GeminiConnectionTest.Result.Works _ -> Optional.empty();
      case GeminiConnectionTest.Result.Fails(Failure why) -> Optional.of(why);
    };
  }

  @Override
  public String storeDescription() {
    return switch (opener().location()) {
      case StoreLocation.BuiltIn builtIn -> "built-in store in " + builtIn.folder();
      case StoreLocation.Remote remote -> new MongodbUri(remote.uri()).withoutPassword();
    };
  }

  @Override
  public Configuration configuration() {
    return foundation().configuration();
  }

  @Override
  public DataFolder folder() {
    return foundation().folder();
  }

  @Override
  public Optional<Path> logFile() {
    return Logs.newest(foundation().folder());
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public ZoneId zone() {
    return clock.getZone();
  }

  @Override
  public String version() {
    return Version.current();
  }

  /// Closes what was opened.
  @Override
  public synchronized void close() {
    if (program != null) {
      program.close();
    }
  }
}
