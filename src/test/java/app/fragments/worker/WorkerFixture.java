package app.fragments.worker;

import app.fragments.job.ClaimRequest;
import app.fragments.job.InMemoryJobQueue;
import app.fragments.job.InMemoryJobStore;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobQueue;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.RetentionPolicy;
import app.fragments.job.SettableStoreClock;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryStore;
import app.fragments.journal.InMemoryEntryStore;
import app.fragments.journal.Selection;
import app.fragments.report.CheckResult;
import app.fragments.report.InMemoryReportStore;
import app.fragments.report.Report;
import app.fragments.report.ReportId;
import app.fragments.report.ReportStore;
import app.fragments.report.ReportTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// An in-memory environment for a worker: stores, their clock, a generator, entries.
public final class WorkerFixture {
  public static final String USER = "ada";

  public final SettableStoreClock clock = new SettableStoreClock();
  public final InMemoryJobStore jobs = new InMemoryJobStore(clock, clock.server());
  public final InMemoryJobQueue queue = new InMemoryJobQueue(clock, clock.server());
  final InMemoryEntryStore entries = new InMemoryEntryStore();
  final InMemoryReportStore reports = new InMemoryReportStore();
  public final WorkerStores stores = stores(jobs, queue, entries, reports);
  final ScriptedGenerator generator = new ScriptedGenerator();
  JobListener listener = JobListener.NONE;
  WorkerPoolSettings limits = UNLIMITED;
  WorkerSettings settings =
      new WorkerSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          Duration.ofSeconds(5),
          Duration.ofMillis(2),
          1);

  public static final ReportChecker CHECKER = (_, _) -> CheckResult.NONE;

  public static final WorkerSettings SETTINGS = WorkerSettings.of(Duration.ofSeconds(180), 1);

  public static final RetentionPolicy RETENTION =
      new RetentionPolicy(Duration.ofDays(90), Duration.ofDays(30));

  /// More calls per minute than any worker makes.
  private static final int UNLIMITED_CALLS = 60_000;

  public static final WorkerPoolSettings UNLIMITED =
      new WorkerPoolSettings(ClaimRequest.UNLIMITED, UNLIMITED_CALLS, RETENTION);

  /// Heartbeats share the connection with everything else.
  public static WorkerStores stores(
      JobStore jobs, JobQueue queue, EntryStore entries, ReportStore reports) {
    return new WorkerStores(jobs, queue, entries, reports, queue, jobs);
  }

  /// The settings with other times.
  public static WorkerSettings with(
      WorkerSettings settings, Duration jobTimeout, Duration heartbeat, Duration idlePoll) {
    return new WorkerSettings(
        jobTimeout,
        heartbeat,
        idlePoll,
        settings.reconcileInterval(),
        settings.stopGrace(),
        settings.retryBase(),
        settings.storeRetry(),
        settings.tries());
  }

  void setJobTimeout(Duration value) {
    settings = with(settings, value, settings.heartbeat(), settings.idlePoll());
  }

  void setHeartbeat(Duration value) {
    settings = with(settings, settings.jobTimeout(), value, settings.idlePoll());
  }

  void setIdlePoll(Duration value) {
    settings = with(settings, settings.jobTimeout(), settings.heartbeat(), value);
  }

  public Entry write(String text) {
    return write(USER, text);
  }

  public Entry write(String user, String text) {
    return entries.save(
        Entry.write(
            user,
            LocalDate.of(2026, 2, 1),
            ZoneOffset.UTC,
            Instant.parse("2026-02-01T08:00:00Z"),
            "",
            text));
  }

  public JobService service(int tries) {
    return new JobService(jobs, queue, clock, tries);
  }

  public Worker worker() {
    return worker(stores);
  }

  public Worker worker(WorkerStores workerStores) {
    return new Worker("worker", context(workerStores));
  }

  public WorkerContext context(WorkerStores workerStores) {
    return context(workerStores, CHECKER);
  }

  WorkerContext context(WorkerStores workerStores, JobListener jobListener) {
    return new WorkerContext(
        workerStores,
        generator.choice(),
        CHECKER,
        jobListener,
        settings,
        limits,
        MonotonicClock.SYSTEM,
        new Random(7));
  }

  public WorkerContext context(WorkerStores workerStores, ReportChecker checker) {
    return new WorkerContext(
        workerStores,
        generator.choice(),
        checker,
        listener,
        settings,
        limits,
        MonotonicClock.SYSTEM,
        new Random(7));
  }

  /// Submits a job for three new entries, with one attempt.
  public JobId submit() {
    return submit(1);
  }

  public JobId submit(int tries) {
    List<Entry> written = new ArrayList<>();
    for (String text : List.of("Shipped the importer", "Paired with Grace", "Stand-up")) {
      written.add(write(text));
    }
    return submit(tries, written);
  }

  public JobId submit(int tries, List<Entry> fragments) {
    Selection selection = Selection.of(fragments.stream().map(Entry::id).toList());
    return service(tries)
        .submit(USER, selection, ReportTemplate.WEEKLY_PROGRESS, JobOptions.DEFAULT)
        .jobId();
  }

  public Job job(JobId id) {
    return jobs.find(id).orElseThrow();
  }

  public Optional<Report> report(JobId id) {
    return reports.find(USER, new ReportId(id.value()));
  }

  /// Waits until the condition holds.
  ///
  /// @throws AssertionError after 10 s
  public static void until(BooleanSupplier condition) {
    until(condition, Duration.ofSeconds(10));
  }

  /// @throws AssertionError after the timeout
  public static void until(BooleanSupplier condition, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Timed out waiting for the condition");
      }
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  /// Waits and ignores interrupts.
  static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // ignored on purpose
      }
    }
  }
}
