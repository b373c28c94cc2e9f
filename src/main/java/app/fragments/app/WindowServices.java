package app.fragments.app;

import app.fragments.generator.gemini.GeminiConnectionTest;
import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.WorkerRegistry;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;
import app.fragments.settings.Configuration;
import app.fragments.settings.SecretStore;
import app.fragments.settings.Settings;
import app.fragments.store.StoreClock;
import app.fragments.store.mongo.MongoConnectionTest;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreDescription;
import app.fragments.ui.common.UiServices;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerRegistration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program as the window sees it.
final class WindowServices implements UiServices, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WindowServices.class);

  private final ApplicationContext foundation;
  private final StoreOpener opener;
  private final WorkerFactory workshop;
  private volatile @Nullable CompletableFuture<List<EntryHeader>> ahead;
  private @Nullable WorkerPool crew;
  private @Nullable WorkerPoolSettings crewSettings;
  private final List<WorkerRegistration> attendances = new CopyOnWriteArrayList<>();

  WindowServices(ApplicationContext foundation, StoreOpener opener, WorkerFactory workshop) {
    this.foundation = foundation;
    this.opener = opener;
    this.workshop = workshop;
  }

  /// Starts to read the first page; whoever asks for it waits for the rest. Returns at once.
  void readAhead() {
    ahead =
        CompletableFuture.supplyAsync(
            this::readFirstPage, Thread.ofVirtual().name("first-page")::start);
  }

  @Override
  public List<EntryHeader> firstPage() {
    CompletableFuture<List<EntryHeader>> begun = ahead;
    ahead = null;
    try {
      return begun == null ? readFirstPage() : begun.join();
    } catch (CompletionException e) {
      LOG.info("The first page could not be read ahead: {}", e.getMessage());
      return readFirstPage();
    }
  }

  private List<EntryHeader> readFirstPage() {
    Optional<List<EntryHeader>> page = opener.firstPage(userId(), FIRST_PAGE);
    return page.isPresent() ? page.get() : UiServices.super.firstPage();
  }

  @Override
  public EntryStore entries() {
    return opener.get().entries();
  }

  @Override
  public ReportStore reports() {
    return opener.get().reports();
  }

  @Override
  public JobStore jobs() {
    return opener.get().jobs();
  }

  @Override
  public JobQueue queue() {
    return opener.get().queue();
  }

  @Override
  public WorkerRegistry registry() {
    return opener.get().workers();
  }

  @Override
  public StoreClock storeClock() {
    return opener.get().clock();
  }

  @Override
  public JobService weave() {
    return workshop.service(1);
  }

  @Override
  public Worker worker(int number, JobListener listener) {
    return workshop.worker(
        "window-" + ProcessHandle.current().pid() + "-" + number,
        foundation.configuration().jobTimeout().value(),
        1,
        crew(),
        listener);
  }

  /// One for all workers that are made under the same settings.
  private synchronized WorkerPool crew() {
    WorkerPoolSettings now = WorkerPoolSettings.of(foundation.configuration());
    WorkerPool made = crew;
    if (made == null || !now.equals(crewSettings)) {
      made = now.crew();
      crew = made;
      crewSettings = now;
    }
    return made;
  }

  @Override
  public WorkerRegistration attendance(IntSupplier workers, IntSupplier busy) {
    WorkerRegistration made = workshop.attendance(RegisteredWorker.Kind.WINDOW, workers, busy);
    attendances.add(made);
    return made.start();
  }

  @Override
  public Optional<String> hostName() {
    return foundation.hostName().ifKnown();
  }

  @Override
  public void retryConnection() {
    opener.retryNow();
  }

  @Override
  public String storeDescription() {
    MongoStores stores = opener.get();
    StoreDescription description = stores.describe();
    return description.kind() == StoreDescription.Kind.BUILT_IN
        ? "built-in store"
        : "MongoDB " + description.version() + " at " + description.place();
  }

  @Override
  public TestResult testMongo(String uri) {
    MongoConnectionTest test = MongoConnectionTest.of(uri);
    return new TestResult(test.ok(), test.sentence());
  }

  @Override
  public TestResult testGemini(String key, String model) {
    return switch (workshop.generators().test(key, model)) {
      case GeminiConnectionTest.Result.Works works ->
          new TestResult(true, works.model() + " answers to this key.");
      case GeminiConnectionTest.Result.Fails fails ->
          new TestResult(false, fails.failure().message());
    };
  }

  @Override
  public Configuration configuration() {
    return foundation.configuration();
  }

  @Override
  public CompletableFuture<Void> saveSettings(Settings settings) {
    return foundation.save(settings);
  }

  @Override
  public SecretStore secrets() {
    return foundation.secrets();
  }

  @Override
  public Path dataFolder() {
    return foundation.folder().root();
  }

  @Override
  public String version() {
    return Version.current();
  }

  @Override
  public String userId() {
    return foundation.configuration().userId().value();
  }

  @Override
  public Clock clock() {
    return foundation.clock();
  }

  @Override
  public ZoneId zone() {
    return foundation.clock().getZone();
  }

  /// Tells the store that this window has ended; waits two seconds at most.
  @Override
  public void close() {
    attendances.forEach(WorkerRegistration::close);
  }
}
