package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.Generator;
import app.fragments.generator.GeneratorException;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobService;
import app.fragments.job.JobStatus;
import app.fragments.job.RawAnswer;
import app.fragments.journal.Entry;
import app.fragments.journal.Selection;
import app.fragments.report.ReportId;
import app.fragments.report.ReportTemplate;
import app.fragments.store.mongo.fault.FaultProxy;
import app.fragments.worker.JobListener;
import app.fragments.worker.Reconciler;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerContext;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerSettings;
import app.fragments.worker.WorkerStores;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.Document;

/// A worker whose store is behind a proxy, and direct access to the store for checks.
final class WireFaultFixture implements AutoCloseable {
  static final Duration HEARTBEAT = Duration.ofMillis(100);
  private static final String USER = "ada";

  /// Silences the worker's warnings about an unreachable store.
  private static final Logger WORKERS = Logger.getLogger("app.fragments.worker");

  private static final WorkerSettings SETTINGS =
      new WorkerSettings(
          Duration.ofSeconds(180),
          HEARTBEAT,
          Duration.ofMillis(50),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofMillis(1),
          Duration.ofMillis(50),
          1);

  /// What the generator does at its nth call.
  @FunctionalInterface
  interface Script {
    RawAnswer answer(int call, Cancellation cancellation) throws GeneratorException;
  }

  static final RawAnswer ANSWER = new RawAnswer("Shipped it [F1]", "scripted", null);

  final FaultProxy proxy;
  final JobService service;
  final Reconciler reconciler;
  final AtomicInteger calls = new AtomicInteger();
  volatile Script script = (_, _) -> ANSWER;
  private final ProxiedStores proxied;
  private final MongoStores direct;
  private final Selection selection;
  private final Worker worker;
  private Thread thread;

  WireFaultFixture(TestStores stores) throws IOException {
    WORKERS.setLevel(Level.OFF);
    direct = stores.stores();
    proxied = stores.openProxied();
    proxy = proxied.proxy();
    service = service(proxied.stores(), 1);
    reconciler = new Reconciler(ports(proxied.stores()), WorkerFixture.RETENTION);
    worker =
        new Worker(
            "worker",
            new WorkerContext(
                ports(proxied.stores()),
                _ -> new ScriptedGenerator(),
                WorkerFixture.CHECKER,
                JobListener.NONE,
                SETTINGS,
                WorkerFixture.UNLIMITED));
    Entry entry =
        Entry.write(
            USER, LocalDate.of(2026, 2, 1), ZoneOffset.UTC, Instant.EPOCH, "", "Shipped it");
    selection = Selection.of(List.of(direct.entries().save(entry).id()));
  }

  private static JobService service(MongoStores stores, int tries) {
    return new JobService(stores.jobs(), stores.queue(), stores.clock(), tries);
  }

  private static WorkerStores ports(MongoStores stores) {
    return new WorkerStores(
        stores.jobs(),
        stores.queue(),
        stores.entries(),
        stores.reports(),
        stores.heartbeatQueue(),
        stores.heartbeatJobs());
  }

  private final class ScriptedGenerator implements Generator {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public boolean isMetered() {
      return true;
    }

    @Override
    public RawAnswer generate(
        GenerationRequest request, GenerationListener listener, Cancellation cancellation)
        throws GeneratorException {
      return script.answer(calls.incrementAndGet(), cancellation);
    }
  }

  /// Submits without the proxy.
  JobId submit() {
    return submit(service(direct, 1));
  }

  JobId submit(JobService by) {
    return by.submit(USER, selection, ReportTemplate.WEEKLY_PROGRESS, JobOptions.DEFAULT).jobId();
  }

  /// A job with two attempts.
  JobId submitWithTwoAttempts() {
    return submit(service(direct, 2));
  }

  /// Starts the worker on its own thread.
  void work() {
    thread = Thread.ofPlatform().daemon().name("wire-worker").start(worker::run);
  }

  /// Waits until the reconciliation at the worker's start is over, so that later commands belong to
  /// runs.
  void untilIdle() {
    var claims = proxy.at(JobStep.CLAIM, Integer.MAX_VALUE, WireFault.CUT_BEFORE.fault());
    until(() -> claims.seen() > 0);
  }

  void untilEnded(JobId id) {
    until(() -> job(id).status().isTerminal() && worker.running().isEmpty());
  }

  Job job(JobId id) {
    return direct.jobs().find(id).orElseThrow();
  }

  boolean isQueued(JobId id) {
    return direct.queue().contains(id);
  }

  /// Deletes the queue item and backdates the record, as if a submit had crashed a while ago.
  void loseFromQueue(JobId id) {
    direct.queue().delete(id);
    Date longAgo = Date.from(direct.clock().now().minusSeconds(60));
    direct
        .database()
        .getCollection(JobDocumentMapper.COLLECTION)
        .updateOne(
            new Document(CommonFields.ID, id.value()),
            new Document("$set", new Document(CommonFields.UPDATED_AT, longAgo)));
  }

  /// Ends the record but leaves its queue item.
  void endButLeaveInQueue(JobId id) {
    assertThat(direct.jobs().cancel(id)).isTrue();
  }

  /// Asserts that the job has ended in this status after this many generator calls, and that the
  /// queue is empty after a reconciliation.
  void assertOutcome(JobId id, JobStatus ended, int generatorCalls) {
    new Reconciler(ports(direct), WorkerFixture.RETENTION).reconcile();
    assertThat(direct.jobs().list(USER, Set.of(), 10)).extracting(Job::id).containsExactly(id);
    assertThat(job(id).status()).isEqualTo(ended);
    assertThat(calls).hasValue(generatorCalls);
    assertThat(direct.reports().find(USER, new ReportId(id.value())).isPresent())
        .isEqualTo(ended == JobStatus.COMPLETED);
    assertThat(direct.queue().depth().total()).isZero();
  }

  /// Waits until the condition is true.
  ///
  /// @throws AssertionError after 90 s
  static void until(BooleanSupplier condition) {
    WorkerFixture.until(condition, Duration.ofSeconds(90));
  }

  @Override
  public void close() throws InterruptedException {
    worker.stop();
    if (thread != null) {
      thread.join(Duration.ofSeconds(20));
    }
    proxied.close();
    WORKERS.setLevel(null);
  }
}
