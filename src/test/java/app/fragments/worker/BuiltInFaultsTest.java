package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobQueue;
import app.fragments.job.JobSchedule;
import app.fragments.job.JobService;
import app.fragments.job.JobStatus;
import app.fragments.job.JobStore;
import app.fragments.job.Priority;
import app.fragments.job.RawAnswer;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Complete workers on the built-in store, through the driver.
@Timeout(60)
class BuiltInFaultsTest {
  private static final int JOBS = 10_000;
  private static final int WORKERS = 8;

  @RegisterExtension static final TestStores STORES = TestStores.builtIn();

  private final WorkerFixture world = new WorkerFixture();
  private WorkerStores stores;

  @BeforeEach
  void openTheStore() {
    MongoStores real = STORES.stores();
    stores = WorkerFixture.stores(real.jobs(), real.queue(), world.entries, real.reports());
  }

  private JobId submitted() {
    return new JobService(stores.jobs(), stores.queue(), STORES.stores().clock(), 1)
        .submit(
            WorkerFixture.USER,
            Selection.of(List.of(world.write("Shipped").id())),
            ReportTemplate.WEEKLY_PROGRESS,
            JobOptions.DEFAULT)
        .jobId();
  }

  private Job read(JobId id) {
    return stores.jobs().find(id).orElseThrow();
  }

  /// Only the queue is real, to maximize contention between the workers. Time stands still, so that
  /// no lease expires.
  @Test
  @Fault(4)
  void fault_04_eight_workers_race_for_ten_thousand_jobs_and_run_each_once() throws Exception {
    queue(JOBS);
    Instant now = STORES.stores().clock().now();
    JobQueue queue =
        new FaultTrap()
            .set("JobQueue.delete", _ -> true)
            .wrap(JobQueue.class, STORES.queueWithClock(() -> now));
    Map<JobId, AtomicInteger> runs = new ConcurrentHashMap<>();
    JobStore records =
        new FaultTrap()
            .set(
                "JobStore.startProcessing",
                call -> {
                  var lease = (app.fragments.job.Lease) call.arguments()[0];
                  runs.computeIfAbsent(lease.jobId(), _ -> new AtomicInteger()).incrementAndGet();
                  return Optional.empty(); // as if cancelled: the run ends
                })
            .wrap(JobStore.class, world.jobs);
    WorkerStores raced = WorkerFixture.stores(records, queue, world.entries, world.reports);

    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      Worker worker = world.worker(raced);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (worker.runOne()) {}
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(runs).hasSize(JOBS);
    assertThat(runs.values()).allMatch(count -> count.get() == 1);
    assertThat(queue.depth().running()).isEqualTo(JOBS);
    assertThat(queue.list(null, JOBS + 1)).hasSize(JOBS).allMatch(runs::containsKey);
  }

  private static void queue(int jobs) {
    var now = java.util.Date.from(STORES.stores().clock().now());
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      documents.add(
          new Document("_id", JobId.create().value())
              .append("queue", "weave")
              .append("user_id", WorkerFixture.USER)
              .append("priority", Priority.NORMAL.rank())
              .append("attempts", 0L)
              .append("rescues", 0L)
              .append("fence", 0L)
              .append("available_at", now));
    }
    STORES.documents("jobs").insertMany(documents);
  }

  @Test
  @Fault({24, 23})
  void fault_24_a_report_over_16_mb_fails_its_job_and_the_worker_continues() {
    JobId huge = submitted();
    JobId next = submitted();
    world.generator.script =
        (request, _, _) ->
            world.generator.requests.size() == 1
                ? new RawAnswer("# Report\n" + "x".repeat(17 << 20), "scripted", null)
                : ScriptedGenerator.report(request);
    Worker worker = world.worker(stores);

    assertThat(worker.runOne()).isTrue();
    assertThat(worker.runOne()).isTrue();

    assertThat(read(huge).failure().kind()).isEqualTo(FailureKind.STORAGE);
    assertThat(read(next).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(stores.queue().depth().total()).isZero();
  }

  @Test
  @Fault(24)
  void fault_24_a_report_of_9_mb_is_stored_next_to_its_raw_answer_and_saved() {
    JobId large = submitted();
    world.generator.script =
        (_, _, _) -> new RawAnswer("# Report\n" + "x".repeat(9 << 20), "scripted", null);

    world.worker(stores).runOne();

    assertThat(read(large).result().markdown()).hasSizeGreaterThan(9 << 20);
    assertThat(stores.jobs().completedWithoutSavedReport(null, 1)).isEmpty();
  }

  @Test
  @Fault(23)
  void fault_23_poisoned_records_fail_and_the_jobs_behind_them_run() {
    List<JobId> bad = List.of(submitted(), submitted(), submitted());
    poison(bad.get(0), "user_id", 7);
    poison(bad.get(1), "entry_ids", "e1");
    poison(bad.get(2), "options", List.of(1));
    JobId good = submitted();
    Worker worker = world.worker(stores);

    while (worker.runOne()) {}

    assertThat(read(good).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(bad)
        .allSatisfy(
            id ->
                assertThat(record(id))
                    .containsEntry("status", "failed")
                    .containsEntry("error_kind", "INTERNAL")
                    .doesNotContainKey("active_key"));
    assertThat(stores.queue().depth().total()).isZero();
  }

  @Test
  @Fault({23, 28})
  void fault_28_the_reconciler_ends_poisoned_records_that_are_not_queued() {
    List<JobId> bad = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      JobId id = submitted();
      poison(id, "entry_ids", i);
      stores.queue().delete(id);
      bad.add(id);
    }
    JobId orphan = submitted();
    stores.queue().delete(orphan);
    STORES.pass(Reconciler.GRACE.plus(Duration.ofMinutes(1)));

    new Reconciler(stores, WorkerFixture.RETENTION).reconcile();

    assertThat(stores.queue().contains(orphan)).isTrue();
    assertThat(bad).allSatisfy(id -> assertThat(record(id)).containsEntry("status", "failed"));
  }

  private static void poison(JobId id, String field, Object value) {
    STORES
        .documents("report_generation_jobs")
        .updateOne(
            new Document("_id", id.value()), new Document("$set", new Document(field, value)));
  }

  private static Document record(JobId id) {
    return STORES.documents("report_generation_jobs").find(new Document("_id", id.value())).first();
  }

  @Test
  @Fault(30)
  void fault_30_a_job_polled_while_retention_deletes_it_is_found_and_then_not() throws Exception {
    JobService service = new JobService(stores.jobs(), stores.queue(), STORES.stores().clock(), 1);
    JobId id = submitted();
    service.cancel(WorkerFixture.USER, id);
    CountDownLatch seen = new CountDownLatch(1);
    List<Throwable> thrown = new ArrayList<>();
    Thread poller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    while (service.status(WorkerFixture.USER, id).isPresent()) {
                      seen.countDown();
                    }
                  } catch (RuntimeException e) {
                    thrown.add(e);
                  }
                });
    seen.await();

    STORES.pass(Duration.ofDays(31));
    new Reconciler(stores, WorkerFixture.RETENTION).reconcile();
    poller.join();

    assertThat(thrown).isEmpty();
    assertThat(service.status(WorkerFixture.USER, id)).isEmpty();
  }

  @Test
  @Fault(10)
  void fault_10_a_client_clock_that_is_an_hour_slow_shortens_a_delay_and_loses_nothing() {
    EntryId entry = world.write("Shipped").id();
    Duration delay = Duration.ofHours(2);
    JobId later =
        new JobService(
                stores.jobs(),
                stores.queue(),
                () -> STORES.stores().clock().now().minus(Duration.ofHours(1)), // an hour behind
                1)
            .submit(
                WorkerFixture.USER,
                Selection.of(List.of(entry)),
                ReportTemplate.WEEKLY_PROGRESS,
                JobOptions.DEFAULT,
                new JobSchedule(Priority.NORMAL, delay))
            .jobId();

    assertThat(world.worker(stores).runOne())
        .as("still delayed, though less than requested")
        .isFalse();
    assertThat(read(later).status()).isEqualTo(JobStatus.PENDING);
    STORES.pass(delay);
    assertThat(world.worker(stores).runOne()).isTrue();
  }
}
