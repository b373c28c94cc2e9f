package app.fragments.ui;

import app.fragments.generator.Generator;
import app.fragments.generator.digest.DigestGenerator;
import app.fragments.job.InMemoryJobQueue;
import app.fragments.job.InMemoryJobStore;
import app.fragments.job.InMemoryWorkerRegistry;
import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.SettableStoreClock;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryStore;
import app.fragments.journal.InMemoryEntryStore;
import app.fragments.report.InMemoryReportStore;
import app.fragments.report.ReportStore;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.search.SearchService;
import app.fragments.settings.Configuration;
import app.fragments.settings.Environment;
import app.fragments.settings.HostName;
import app.fragments.settings.InMemorySecretStore;
import app.fragments.settings.SecretStore;
import app.fragments.settings.Settings;
import app.fragments.store.StoreClock;
import app.fragments.ui.common.UiServices;
import app.fragments.worker.JobListener;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerRegistration;
import app.fragments.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/// In-memory services on Saturday, 7 February 2026, noon.
public class FakeUiServices implements UiServices {
  public static final String USER = "ada";
  public static final String HOST = "laptop";

  private static final Instant NOON = Instant.parse("2026-02-07T12:00:00Z");

  public final InMemoryEntryStore entries;
  public final SettableStoreClock storeClock = new SettableStoreClock();
  public final InMemoryJobStore jobs = new InMemoryJobStore(storeClock);
  public final InMemoryJobQueue queue = new InMemoryJobQueue(storeClock);
  public final InMemoryWorkerRegistry registry = new InMemoryWorkerRegistry(storeClock);
  public final InMemoryReportStore reports = new InMemoryReportStore();
  public final InMemorySecretStore secrets = new InMemorySecretStore();
  public final Map<String, String> environment = new HashMap<>();
  private final List<WorkerPool> pools = new CopyOnWriteArrayList<>();
  private final Path dataFolder;
  private final SearchService search;

  /// The current time; tests may advance it.
  public volatile Instant now = NOON;

  public volatile Settings settings =
      Settings.DEFAULT.with(copy -> copy.theme = Settings.Theme.LIGHT);

  /// Whether the settings file cannot be written.
  public volatile boolean settingsReadOnly;

  public FakeUiServices(Path dataFolder) {
    this(dataFolder, new InMemoryEntryStore(new TickingClock()));
  }

  protected FakeUiServices(Path dataFolder, InMemoryEntryStore entries) {
    this.dataFolder = dataFolder;
    this.entries = entries;
    search =
        new SearchService(
            dataFolder.resolve("cache"),
            () -> "memory",
            this::entries,
            () -> USER,
            Clock.systemUTC());
  }

  /// The generator of all jobs.
  protected Generator generator() {
    return new DigestGenerator();
  }

  protected WorkerSettings workerSettings() {
    return WorkerFixture.SETTINGS;
  }

  /// Returns the store; a subclass may throw as if it were unreachable.
  protected <T> T opened(T store) {
    return store;
  }

  /// Stops the background threads.
  public void close() {
    pools.forEach(WorkerPool::close);
    pools.clear();
    search.close();
  }

  /// Every entry that is not in the trash.
  public List<Entry> all() {
    return entries.findAll(
        USER,
        entries.list(USER, EntryFilter.ALL, null, 1_000).stream().map(EntryHeader::id).toList());
  }

  @Override
  public EntryStore entries() {
    return opened(entries);
  }

  @Override
  public SearchService search() {
    return search;
  }

  @Override
  public ReportStore reports() {
    return opened(reports);
  }

  @Override
  public JobStore jobs() {
    return opened(jobs);
  }

  @Override
  public JobQueue queue() {
    return opened(queue);
  }

  @Override
  public WorkerRegistry registry() {
    return opened(registry);
  }

  @Override
  public StoreClock storeClock() {
    entries();
    return () -> {
      entries.check();
      return storeClock.now();
    };
  }

  @Override
  public Optional<String> hostName() {
    return Optional.of(HOST);
  }

  @Override
  public JobService jobService() {
    return opened(new JobService(jobs, queue, storeClock, 1));
  }

  @Override
  public WorkerPool workerPool(JobListener listener, ThreadFactory threads) {
    WorkerPool pool =
        new WorkerPool(
            new WorkerRegistration(
                RegisteredWorker.Kind.WINDOW,
                HostName.of(new Environment(Map.of("HOSTNAME", HOST))),
                this::registry),
            this::workerContext,
            listener,
            threads,
            null);
    pools.add(pool);
    return pool;
  }

  private WorkerContext workerContext(JobListener listener) {
    Generator generator = generator();
    return opened(
        new WorkerContext(
            WorkerFixture.stores(jobs, queue, entries, reports),
            _ -> generator,
            new FactCheck()::check,
            listener,
            workerSettings(),
            WorkerFixture.UNLIMITED));
  }

  @Override
  public TestResult testMongo(String uri) {
    return new TestResult(false, "No such server");
  }

  @Override
  public TestResult testGemini(String key, String model) {
    return new TestResult(false, "No such key");
  }

  @Override
  public Configuration configuration() {
    return new Configuration(new Environment(environment), settings, secrets);
  }

  @Override
  public CompletableFuture<Void> saveSettings(Settings next) {
    settings = next;
    return settingsReadOnly
        ? CompletableFuture.failedFuture(new IOException("for the test"))
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public SecretStore secrets() {
    return secrets;
  }

  @Override
  public Path dataFolder() {
    return dataFolder;
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public String userId() {
    return USER;
  }

  @Override
  public Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  /// Advances a millisecond with each read.
  private static final class TickingClock extends Clock {
    private final AtomicLong ticks = new AtomicLong();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return NOON.plusMillis(ticks.incrementAndGet());
    }
  }
}
