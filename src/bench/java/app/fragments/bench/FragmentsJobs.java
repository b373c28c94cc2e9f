package app.fragments.bench;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobService;
import app.fragments.job.RawAnswer;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerStores;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Fragments' own workers, with a generator that responds immediately. Job `n` weaves entry `n`.
final class FragmentsJobs implements JobSystem {
  private static final String USER = "bench";
  private static final String ID = "bench-entry-";
  private static final String QUEUE = "jobs";
  private static final String RECORDS = "report_generation_jobs";
  private static final String REPORTS = "reports";
  private static final String ENTRIES = "entries";
  private static final int BATCH = 500;
  private static final int SUBMITTERS = 8;

  private final MongoStores stores;
  private final BenchDatabase database;
  private final JobService service;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /// @param database the stores' database, for operations that no port offers
  private FragmentsJobs(MongoStores stores, BenchDatabase database) {
    this.stores = stores;
    this.database = database;
    this.service = new JobService(stores.jobs(), stores.queue(), stores.clock(), 1);
  }

  static FragmentsJobs on(String uri) {
    return new FragmentsJobs(
        MongoStores.open(new StoreLocation.Remote(uri)), BenchDatabase.open(uri));
  }

  /// Uses a built-in store that this process opens.
  static FragmentsJobs in(Path folder) {
    MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(folder));
    return new FragmentsJobs(
        stores, BenchDatabase.open(ServerChild.uri(stores.builtIn().orElseThrow())));
  }

  @Override
  public String name() {
    return "Fragments";
  }

  @Override
  public void prepare(int jobs) {
    database.clear(QUEUE, RECORDS, REPORTS, ENTRIES);
    for (int from = 0; from < jobs; from += BATCH) {
      stores
          .entries()
          .saveAll(
              IntStream.range(from, Math.min(from + BATCH, jobs))
                  .mapToObj(FragmentsJobs::entry)
                  .toList());
    }
  }

  private static Entry entry(int number) {
    return Entry.write(
            USER, LocalDate.EPOCH, ZoneOffset.UTC, Instant.EPOCH, "Day", "Shipped the import.")
        .withId(new EntryId(ID + number));
  }

  @Override
  public void submit(int from, int to) throws Exception {
    try (ExecutorService submitters = Executors.newFixedThreadPool(SUBMITTERS)) {
      List<Future<?>> submitted = new ArrayList<>();
      for (int i = from; i < to; i++) {
        int number = i;
        submitted.add(submitters.submit(() -> submit(number)));
      }
      for (Future<?> each : submitted) {
        each.get();
      }
    }
  }

  private void submit(int number) {
    service.submit(
        USER,
        Selection.of(List.of(new EntryId(ID + number))),
        ReportTemplate.WEEKLY_PROGRESS,
        JobOptions.DEFAULT);
  }

  @Override
  public void start(int count, JobProbe probe) {
    WorkerContext context = context(stores, probe);
    for (int i = 0; i < count; i++) {
      Worker worker = new Worker("bench", context);
      workers.add(worker);
      threads.add(Thread.ofPlatform().name("bench-worker-" + i).start(worker::run));
    }
  }

  /// Runs jobs on the calling thread until the queue is empty.
  static void runUntilEmpty(MongoStores stores, JobProbe probe) {
    new Worker("bench", context(stores, probe)).runUntilEmpty();
  }

  private static WorkerContext context(MongoStores stores, JobProbe probe) {
    JobListener listener =
        new JobListener() {
          @Override
          public void ended(JobId job) {
            probe.end();
          }
        };
    return new WorkerContext(
        new WorkerStores(
            stores.jobs(),
            stores.queue(),
            stores.entries(),
            stores.reports(),
            stores.heartbeatQueue(),
            stores.heartbeatJobs()),
        options -> new NoWork(probe),
        new FactCheck()::check,
        listener,
        WorkerFixture.SETTINGS,
        WorkerFixture.UNLIMITED);
  }

  /// Wakes the workers of this process after a submit, as the window does.
  void wake() {
    workers.forEach(Worker::wake);
  }

  @Override
  public void stop() throws InterruptedException {
    workers.forEach(Worker::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    workers.clear();
    threads.clear();
  }

  /// Fills the store with this many completed jobs.
  void addHistory(int jobs) {
    database.multiply(RECORDS, jobs);
    database.multiply(REPORTS, jobs);
  }

  @Override
  public long done() {
    return database.count(RECORDS, "status", "completed");
  }

  @Override
  public void close() {
    database.close();
    stores.close();
  }

  /// Responds once the probe's job has run.
  private record NoWork(JobProbe probe) implements Generator {
    @Override
    public String name() {
      return "bench";
    }

    @Override
    public RawAnswer generate(
        GenerationRequest request, GenerationListener listener, Cancellation cancellation) {
      String entry = request.entries().getFirst().id().value();
      probe.run(Integer.parseInt(entry.substring(ID.length())));
      return new RawAnswer("# Report\n\nShipped the import [F1].\n", "bench", null);
    }
  }
}
