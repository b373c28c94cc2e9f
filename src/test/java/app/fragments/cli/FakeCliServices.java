package app.fragments.cli;

import app.fragments.diagnostics.QueueHealthCheck;
import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Failure;
import app.fragments.job.InMemoryJobQueue;
import app.fragments.job.InMemoryJobStore;
import app.fragments.job.InMemoryWorkerRegistry;
import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.RawAnswer;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.RetentionPolicy;
import app.fragments.job.SettableStoreClock;
import app.fragments.job.TokenUsage;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.InMemoryEntryStore;
import app.fragments.journal.InMemoryStoreIndexes;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.InMemoryReportStore;
import app.fragments.search.SearchService;
import app.fragments.settings.Configuration;
import app.fragments.settings.DataFolder;
import app.fragments.settings.Environment;
import app.fragments.settings.HostName;
import app.fragments.settings.InMemorySecretStore;
import app.fragments.settings.Settings;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import app.fragments.worker.JobListener;
import app.fragments.worker.Reconciler;
import app.fragments.worker.ShutdownListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerPoolSettings;
import app.fragments.worker.WorkerRegistration;
import app.fragments.worker.WorkerSettings;
import app.fragments.worker.WorkerStores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// In-memory services. It is noon on Saturday, 7 February 2026 in Berlin.
final class FakeCliServices implements CliServices {
  static final String USER = "anna";
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  final Clock clock = Clock.fixed(Instant.parse("2026-02-07T11:00:00Z"), BERLIN);
  final InMemoryEntryStore entries = new InMemoryEntryStore(clock);
  final SettableStoreClock storeClock = new SettableStoreClock();
  final InMemoryJobStore jobs = new InMemoryJobStore(storeClock);
  final InMemoryJobQueue queue = new InMemoryJobQueue(storeClock);
  final InMemoryWorkerRegistry registry = new InMemoryWorkerRegistry(storeClock);
  final List<WorkOptions> workOptions = new CopyOnWriteArrayList<>();
  final Map<String, String> variables = new HashMap<>(Map.of("FRAGMENTS_USER", USER));
  final InMemoryStoreIndexes indexes = new InMemoryStoreIndexes();

  /// How far this machine's clock is ahead of the store's.
  Duration clockError = Duration.ZERO;

  /// Why Gemini rejects the key, or null if it does not.
  Failure geminiSays;

  private final Path folder;
  private final SearchService search;
  private boolean unavailable;
  private boolean refuses;
  private boolean broken;

  /// The generator's answer; by default one that cites each fragment.
  Answer answer = (request, _) -> report(request);

  interface Answer {
    RawAnswer to(GenerationRequest request, Cancellation cancellation) throws GeneratorException;
  }

  FakeCliServices(Path folder) {
    this.folder = folder;
    search =
        new SearchService(
            folder.resolve("cache"), () -> "memory", this::entries, () -> USER, clock);
  }

  /// Makes the store unreachable.
  void setUnavailable() {
    unavailable = true;
    entries.setUnavailable(true);
  }

  /// Makes reading the configuration fail unexpectedly.
  void breakConfiguration() {
    broken = true;
  }

  /// Makes the store reject us.
  void refuse() {
    refuses = true;
  }

  static RawAnswer report(GenerationRequest request) {
    StringBuilder text = new StringBuilder("# Weekly Progress Report\n");
    for (int i = 1; i <= request.entries().size(); i++) {
      text.append("\n- ").append(request.entries().get(i - 1).text()).append(" [F" + i + "]");
    }
    return new RawAnswer(text.toString(), "scripted", new TokenUsage(10, 20, 30));
  }

  @Override
  public EntryStore entries() {
    return entries;
  }

  @Override
  public SearchService search() {
    return search;
  }

  void close() {
    search.close();
  }

  @Override
  public JobStore jobs() {
    check();
    return jobs;
  }

  @Override
  public JobQueue queue() {
    check();
    return queue;
  }

  @Override
  public JobService jobService() {
    return new JobService(jobs(), queue(), storeClock, 1);
  }

  @Override
  public WorkerRegistry registry() {
    check();
    return registry;
  }

  @Override
  public WorkerPool workerPool(
      RegisteredWorker.Kind kind,
      WorkOptions options,
      JobListener listener,
      ShutdownListener shutdown) {
    workOptions.add(options);
    return new WorkerPool(
        new WorkerRegistration(
            kind, HostName.of(new Environment(Map.of("HOSTNAME", "here"))), this::registry),
        hearing -> workerContext(options, hearing),
        listener,
        Thread.ofPlatform().factory(),
        shutdown);
  }

  @Override
  public Worker worker(WorkOptions options, JobListener listener) {
    workOptions.add(options);
    return new Worker("weave", workerContext(options, listener));
  }

  @Override
  public WorkerPoolSettings workerLimits() {
    return WorkerFixture.UNLIMITED;
  }

  private WorkerContext workerContext(WorkOptions options, JobListener listener) {
    WorkerSettings settings =
        new WorkerSettings(
            options.timeout(),
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            Duration.ofSeconds(30),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            options.tries());
    return new WorkerContext(
        WorkerFixture.stores(jobs(), queue(), entries, new InMemoryReportStore()),
        _ -> new ScriptedGenerator(),
        FakeCliServices::flagged,
        listener,
        settings,
        options.limits());
  }

  @Override
  public QueueHealthCheck healthCheck() {
    WorkerStores stores = WorkerFixture.stores(jobs(), queue(), entries, new InMemoryReportStore());
    return new QueueHealthCheck(
        stores,
        registry,
        indexes,
        storeClock,
        Clock.fixed(machineTime(), BERLIN),
        new Reconciler(stores, RetentionPolicy.ENDLESS));
  }

  private Instant machineTime() {
    return storeClock.now().plus(clockError);
  }

  @Override
  public Optional<Failure> testKey() {
    return Optional.ofNullable(geminiSays);
  }

  @Override
  public String checkStore() {
    check();
    return "in memory, sound";
  }

  private void check() {
    if (unavailable) {
      throw new StoreUnavailableException("The store in memory is unreachable", null);
    }
    if (refuses) {
      throw new StoreException("The store in memory is damaged", null);
    }
  }

  @Override
  public String storeDescription() {
    return "store in memory";
  }

  @Override
  public Configuration configuration() {
    if (broken) {
      throw new IllegalStateException("for the test");
    }
    return new Configuration(
        new Environment(variables), Settings.DEFAULT, new InMemorySecretStore());
  }

  @Override
  public DataFolder folder() {
    return new DataFolder(folder);
  }

  @Override
  public Optional<Path> logFile() {
    return Optional.of(folder.resolve("logs/fragments.0.0.log"));
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  private final class ScriptedGenerator implements Generator {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public RawAnswer generate(
        GenerationRequest request, GenerationListener listener, Cancellation cancellation)
        throws GeneratorException {
      return answer.to(request, cancellation);
    }
  }

  /// Flags the second line and reports the first fragment as unused.
  private static CheckResult flagged(String markdown, List<Entry> fragments) {
    List<EntryId> unused = List.of(fragments.getFirst().id());
    return new CheckResult(List.of(new Flag(FlagKind.NUMBER, "45 %", 2, 1, "42 ms")), unused);
  }
}
