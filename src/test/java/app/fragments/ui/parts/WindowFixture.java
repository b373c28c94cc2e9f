package app.fragments.ui.parts;

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
import app.fragments.journal.EntryStore;
import app.fragments.journal.InMemoryEntryStore;
import app.fragments.report.InMemoryReportStore;
import app.fragments.report.Period;
import app.fragments.report.ReportStore;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.settings.Configuration;
import app.fragments.settings.Environment;
import app.fragments.settings.HostName;
import app.fragments.settings.JobSettings;
import app.fragments.settings.SecretStore;
import app.fragments.settings.Settings;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreUnavailableException;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.report.ReportModule;
import app.fragments.ui.weave.WeaveModule;
import app.fragments.worker.JobListener;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerRegistration;
import app.fragments.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/// What the window's modules need, in memory: stores, real workers, a generator that the test
/// controls.
public class WindowFixture implements UiServices, AutoCloseable {
  public static final String HOST = "laptop";

  public final SettableStoreClock clock = new SettableStoreClock();
  public final InMemoryEntryStore entries = new InMemoryEntryStore();
  public final InMemoryReportStore reports = new InMemoryReportStore();
  public final InMemoryJobStore jobs = new InMemoryJobStore(clock);
  public final InMemoryJobQueue queue = new InMemoryJobQueue(clock);
  public final InMemoryWorkerRegistry registry = new InMemoryWorkerRegistry(clock);
  public final StagedGenerator generator = new StagedGenerator();
  public final RecordingNavigator navigator = new RecordingNavigator();
  public final MemorySecrets secrets = new MemorySecrets();
  public final Map<String, String> environment = new HashMap<>();
  public final StoreHealth health = new StoreHealth();
  public final Background background = new Background();
  public final Theming theming;
  public final Messages messages = new Messages(Locale.ENGLISH);
  public final UiContext context;
  public final ScreenLoader screens = new ScreenLoader(messages);
  public final List<Entry> week;
  private final List<WorkerPool> pools = new CopyOnWriteArrayList<>();
  public volatile boolean away;
  public volatile WorkerSettings workerSettings =
      WorkerFixture.with(
          WorkerFixture.SETTINGS,
          WorkerFixture.SETTINGS.jobTimeout(),
          WorkerFixture.SETTINGS.heartbeat(),
          Duration.ofMillis(50));

  /// Saves what was typed last and calls back with whether that worked.
  public volatile Consumer<Consumer<Boolean>> saveWords = onDone -> onDone.accept(true);

  /// Callbacks of saves that the test has not finished yet.
  public final List<Consumer<Boolean>> waitingForWords = new ArrayList<>();

  public volatile Settings settings =
      Settings.DEFAULT.with(
          copy -> {
            copy.theme = Settings.Theme.LIGHT;
            copy.jobs = new JobSettings(1, 180, 2, 90, 30, 60, JobSettings.NO_LIMIT);
          });

  /// On the FX thread.
  public WindowFixture() {
    week = Week.write(entries);
    theming = new Theming(Settings.Theme.LIGHT, 100);
    context = new UiContext(this, background, messages, navigator, health, theming);
  }

  /// All twelve fragments.
  public SelectionSummary selected() {
    return new SelectionSummary(week.stream().map(Entry::id).toList(), Period.of(week), 1_827);
  }

  /// The twelve without the first few.
  public SelectionSummary selectedFrom(int first) {
    List<Entry> rest = week.subList(first, week.size());
    return new SelectionSummary(rest.stream().map(Entry::id).toList(), Period.of(rest), 1_400);
  }

  /// The weave module, connected to a report module as in the main window.
  public WeaveModule weavePart(ReportModule report) {
    return new WeaveModule(
        context,
        screens,
        new WeaveModule.Callbacks(
            report.model(),
            (ids, onDone) -> saveWords.accept(onDone),
            () -> navigator.calls.add("clear"),
            ids -> Optional.of(Period.of(week))));
  }

  @Override
  public EntryStore entries() {
    return opened(entries);
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
    return opened(clock);
  }

  @Override
  public Optional<String> hostName() {
    return Optional.of(HOST);
  }

  @Override
  public JobService jobService() {
    return opened(new JobService(jobs, queue, clock, 1));
  }

  @Override
  public WorkerPool workerPool(JobListener listener, ThreadFactory threads) {
    WorkerPool made =
        new WorkerPool(
            new WorkerRegistration(
                RegisteredWorker.Kind.WINDOW,
                HostName.of(new Environment(Map.of("HOSTNAME", HOST))),
                this::registry),
            this::workerContext,
            listener,
            threads,
            null);
    pools.add(made);
    return made;
  }

  private WorkerContext workerContext(JobListener listener) {
    return opened(
        new WorkerContext(
            WorkerFixture.stores(jobs, queue, entries, reports),
            options -> generator,
            new FactCheck()::check,
            listener,
            workerSettings,
            WorkerFixture.UNLIMITED));
  }

  private <T> T opened(T store) {
    if (away) {
      throw new StoreUnavailableException("Away, as the test says", null);
    }
    return store;
  }

  @Override
  public TestResult testMongo(String uri) {
    return new TestResult(
        uri.contains("good"), uri.contains("good") ? "It answers." : "No answer.");
  }

  @Override
  public TestResult testGemini(String key, String model) {
    return key.startsWith("good")
        ? new TestResult(true, "The key works with " + model + ".")
        : new TestResult(false, "Gemini refused this key.");
  }

  @Override
  public Configuration configuration() {
    return new Configuration(new Environment(environment), settings, secrets);
  }

  @Override
  public CompletableFuture<Void> saveSettings(Settings changed) {
    settings = changed;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public SecretStore secrets() {
    return secrets;
  }

  @Override
  public Path dataFolder() {
    return Path.of("home", "ada", "fragments");
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public String userId() {
    return Week.USER;
  }

  @Override
  public Clock clock() {
    return Clock.fixed(clock.now(), ZoneOffset.UTC);
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public void close() {
    pools.forEach(WorkerPool::close);
    background.close();
  }

  /// Secrets in memory.
  public static final class MemorySecrets implements SecretStore {
    private final Map<Secret, String> kept = new EnumMap<>(Secret.class);

    @Override
    public synchronized Optional<String> read(Secret secret) {
      return Optional.ofNullable(kept.get(secret));
    }

    @Override
    public synchronized void write(Secret secret, String value) {
      kept.put(secret, value);
    }

    @Override
    public synchronized void remove(Secret secret) {
      kept.remove(secret);
    }

    @Override
    public String place() {
      return "the login keychain";
    }

    @Override
    public boolean isKeychain() {
      return true;
    }
  }
}
