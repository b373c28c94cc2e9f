package app.fragments.bench;

import app.fragments.exchange.ImportFormat;
import app.fragments.exchange.ImportService;
import app.fragments.generator.digest.DigestGenerator;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobService;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.shell.MainWindow;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/// Measures what users wait for: import, start of a job, and the longest block of the FX thread
/// while the window lists, imports and weaves.
///
/// Another thread probes the FX thread every 2 ms; the longest wait for a reply is its longest
/// block, including JavaFX's own (software) rendering.
final class WindowBench {
  private static final String USER = FakeUiServices.USER;
  private static final int ENTRIES = 10_000;
  private static final int FILES = 5_000;
  private static final int STARTS = 100;
  private static final double MILLIS = 1e6;

  private final BenchResult result =
      new BenchResult(
          "window",
          "What the user waits for, and the longest time that the JavaFX thread was busy, drawing"
              + " in software included.");
  private final Path folder;

  private WindowBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("fragments-bench");
    try {
      WindowBench bench = new WindowBench(folder);
      bench.run();
      bench.result.write();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(WindowBench::delete);
      }
    }
    Platform.exit();
  }

  private void run() throws Exception {
    Path notes = notes();
    try (MongoStores stores =
        MongoStores.open(new StoreLocation.BuiltIn(folder.resolve("import")))) {
      result.add(
          "import a second, " + FILES + " Markdown files",
          importAll(stores.entries(), notes),
          "1/s",
          ">= 5000");
    }
    try (MongoStores stores =
        MongoStores.open(new StoreLocation.BuiltIn(folder.resolve("window")))) {
      fill(stores.entries());
      startOfWork(stores);
      window(stores, notes);
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    result.add(
        "heap in use after all that",
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
        "MB",
        "<= 512");
    result.add("resident", resident(), "MB", "");
  }

  private Path notes() throws IOException {
    Path notes = Files.createDirectories(folder.resolve("notes"));
    LocalDate day = LocalDate.of(2010, 1, 1);
    for (int i = 0; i < FILES; i++) {
      Files.writeString(
          notes.resolve(day.plusDays(i) + ".md"),
          "---\ntags: [work]\n---\nNote " + i + ". " + "Some words of a working day. ".repeat(30));
    }
    return notes;
  }

  private static double importAll(EntryStore store, Path notes) {
    long started = System.nanoTime();
    var imported =
        new ImportService(store, USER, ZoneOffset.UTC, false)
            .run(List.of(notes), ImportFormat.AUTO, soFar -> {}, () -> false);
    if (imported.imported() != FILES) {
      throw new IllegalStateException("Imported " + imported.imported());
    }
    return FILES / ((System.nanoTime() - started) / 1e9);
  }

  private static List<Entry> fill(EntryStore store) {
    List<Entry> entries = new ArrayList<>();
    Instant at = Instant.parse("2026-02-07T10:00:00Z");
    for (int i = 0; i < ENTRIES; i++) {
      LocalDate day = LocalDate.of(2026, 2, 7).minusDays(i / 5);
      entries.add(
          Entry.write(
              USER,
              day,
              ZoneOffset.UTC,
              at.minusSeconds(i * 3_600L),
              "Entry " + i,
              "Shipped part " + i + " of the work. " + "Words of the day. ".repeat(20)));
    }
    for (int i = 0; i < ENTRIES; i += 500) {
      store.saveAll(entries.subList(i, i + 500));
    }
    return entries;
  }

  /// From the submit to the moment a worker has claimed the job and starts.
  private void startOfWork(MongoStores stores) throws Exception {
    List<EntryId> ids =
        stores.entries().list(USER, EntryFilter.ALL, null, STARTS).stream()
            .map(EntryHeader::id)
            .toList();
    Map<JobId, Long> started = new ConcurrentHashMap<>();
    CountDownLatch ended = new CountDownLatch(STARTS);
    Worker worker =
        worker(
            stores,
            new JobListener() {
              @Override
              public void started(JobId job) {
                started.put(job, System.nanoTime());
              }

              @Override
              public void ended(JobId job) {
                ended.countDown();
              }
            });
    Thread thread = Thread.ofPlatform().daemon().start(worker::run);
    JobService service = new JobService(stores.jobs(), stores.queue(), stores.clock(), 1);
    double[] millis = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long clicked = System.nanoTime();
      JobId job =
          service
              .submit(
                  USER,
                  Selection.of(List.of(ids.get(i))),
                  ReportTemplate.WEEKLY_PROGRESS,
                  JobOptions.DEFAULT)
              .jobId();
      worker.wake();
      while (!started.containsKey(job)) {
        LockSupport.parkNanos(100_000);
      }
      millis[i] = (started.get(job) - clicked) / MILLIS;
      long count = STARTS - i - 1;
      while (ended.getCount() > count) {
        LockSupport.parkNanos(100_000);
      }
    }
    worker.stop();
    thread.join();
    result.add("submit to start of work, p50", BenchResult.percentile(millis, 0.5), "ms", "");
    result.add("submit to start of work, p95", BenchResult.percentile(millis, 0.95), "ms", "<= 50");
  }

  private void window(MongoStores stores, Path notes) throws Exception {
    FxThread.start();
    FakeUiServices services =
        new FakeUiServices(Files.createDirectories(folder.resolve("home"))) {
          @Override
          public EntryStore entries() {
            return stores.entries();
          }
        };
    Stage stage = FxThread.call(Stage::new);
    try (Probe idle = new Probe()) {
      TimeUnit.SECONDS.sleep(2);
      result.add("longest block of the FX thread, nothing shown", idle.longest(), "ms", "");
    }
    MainWindow window = FxThread.call(() -> new MainWindow(stage, services, address -> {}));
    FxThread.run(window::show);
    TimeUnit.SECONDS.sleep(3);
    try (Probe probe = new Probe()) {
      for (int page = 0; page < 40; page++) {
        int to = page * 250;
        FxThread.run(() -> ((ListView<?>) stage.getScene().lookup(".fragment-list")).scrollTo(to));
        TimeUnit.MILLISECONDS.sleep(50);
      }
      result.add(
          "longest block, jumping through " + ENTRIES + " entries",
          probe.longest(),
          "ms",
          "<= 16 ours");
    }
    try (Probe probe = new Probe()) {
      importAll(stores.entries(), notes);
      TimeUnit.SECONDS.sleep(3);
      result.add(
          "longest block, while " + FILES + " files are imported",
          probe.longest(),
          "ms",
          "<= 16 ours");
    }
    try (Probe probe = new Probe()) {
      List<EntryId> thousand =
          stores.entries().list(USER, EntryFilter.ALL, null, 1_000).stream()
              .map(EntryHeader::id)
              .toList();
      new JobService(stores.jobs(), stores.queue(), stores.clock(), 1)
          .submit(USER, Selection.of(thousand), ReportTemplate.WEEKLY_PROGRESS, JobOptions.DEFAULT);
      worker(stores, JobListener.NONE).runOne();
      result.add(
          "longest block, while 1,000 fragments are woven", probe.longest(), "ms", "<= 16 ours");
    }
    FxThread.run(window::close);
  }

  private static Worker worker(MongoStores stores, JobListener listener) {
    return new Worker(
        "bench",
        new WorkerContext(
            WorkerFixture.stores(stores.jobs(), stores.queue(), stores.entries(), stores.reports()),
            options -> new DigestGenerator(),
            new FactCheck()::check,
            listener,
            WorkerFixture.SETTINGS,
            WorkerFixture.UNLIMITED));
  }

  private static double resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
        .findFirst()
        .orElse(0);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Probes the FX thread every 2 ms and records the longest wait.
  private static final class Probe implements AutoCloseable {
    private final Thread thread;
    private volatile boolean done;
    private volatile long longest;

    Probe() {
      thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private void run() {
      while (!done) {
        long asked = System.nanoTime();
        FxThread.run(() -> {});
        longest = Math.max(longest, System.nanoTime() - asked);
        LockSupport.parkNanos(2_000_000);
      }
    }

    double longest() {
      return longest / MILLIS;
    }

    @Override
    public void close() throws InterruptedException {
      done = true;
      thread.join();
    }
  }
}
