package app.fragments.app;

import app.fragments.generator.GeneratorException;
import app.fragments.job.RegisteredWorker;
import app.fragments.journal.EntryHeader;
import app.fragments.report.ReportStore;
import app.fragments.settings.SecretStore;
import app.fragments.settings.Settings;
import app.fragments.store.StoreClock;
import app.fragments.store.mongo.MongoConnectionTest;
import app.fragments.ui.common.UiServices;
import app.fragments.worker.JobListener;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wiring for the window.
final class WindowServices extends SharedServices implements UiServices, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WindowServices.class);

  private final AppWiring wiring;
  private volatile @Nullable CompletableFuture<List<EntryHeader>> ahead;
  private final List<WorkerPool> pools = new CopyOnWriteArrayList<>();

  WindowServices(AppWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  AppWiring wiring() {
    return wiring;
  }

  /// Starts reading the first page. Returns at once; [#firstPage()] waits for the result.
  void readAhead() {
    ahead =
        CompletableFuture.supplyAsync(
            this::readFirstPage, Thread.ofVirtual().name("first-page")::start);
  }

  @Override
  public List<EntryHeader> firstPage() {
    CompletableFuture<List<EntryHeader>> opening = ahead;
    ahead = null;
    try {
      return opening == null ? readFirstPage() : opening.join();
    } catch (CompletionException e) {
      LOG.info("Could not prefetch the first page: {}", e.getMessage());
      return readFirstPage();
    }
  }

  private List<EntryHeader> readFirstPage() {
    Optional<List<EntryHeader>> page = wiring.opener.firstPage(userId(), FIRST_PAGE);
    return page.isPresent() ? page.get() : UiServices.super.firstPage();
  }

  @Override
  public ReportStore reports() {
    return stores().reports();
  }

  @Override
  public StoreClock storeClock() {
    return stores().clock();
  }

  @Override
  public WorkerPool workerPool(JobListener listener, ThreadFactory threads) {
    WorkerPool made =
        wiring.workerPool(RegisteredWorker.Kind.WINDOW, this::context, listener, threads, null);
    pools.add(made);
    return made;
  }

  private WorkerContext context(JobListener listener) {
    return wiring.workerContext(
        WorkerSettings.of(configuration().jobTimeout().value(), 1),
        wiring.workerLimits(),
        listener);
  }

  @Override
  public Optional<String> hostName() {
    return wiring.hostName.ifKnown();
  }

  @Override
  public void retryConnection() {
    wiring.opener.retryNow();
  }

  @Override
  public TestResult testMongo(String uri) {
    MongoConnectionTest test = MongoConnectionTest.of(uri);
    return new TestResult(test.ok(), test.sentence());
  }

  @Override
  public TestResult testGemini(String key, String model) {
    try {
      return new TestResult(true, wiring.generators.test(key, model) + " answers to this key.");
    } catch (GeneratorException e) {
      return new TestResult(false, e.failure().message());
    }
  }

  @Override
  public CompletableFuture<Void> saveSettings(Settings settings) {
    return wiring.save(settings);
  }

  @Override
  public SecretStore secrets() {
    return wiring.secrets;
  }

  @Override
  public Path dataFolder() {
    return wiring.folder.root();
  }

  @Override
  public String userId() {
    return configuration().userId().value();
  }

  @Override
  public Clock clock() {
    return wiring.clock;
  }

  @Override
  public ZoneId zone() {
    return wiring.clock.getZone();
  }

  /// Stops the window's workers; running jobs go back to the queue. Waits a few seconds at most.
  @Override
  public void close() {
    pools.forEach(WorkerPool::close);
  }
}
