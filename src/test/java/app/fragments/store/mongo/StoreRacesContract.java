package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.job.ClaimRequest;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobQueue;
import app.fragments.job.JobResult;
import app.fragments.job.JobStatus;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.NewJob;
import app.fragments.job.Priority;
import app.fragments.job.QueueItem;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.store.StoreClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Concurrent operations on one job.
abstract class StoreRacesContract {
  static final String USER = "ada";
  static final Duration PAST_LEASE = JobQueue.LEASE.plusSeconds(1);
  private static final int RACES = 40;

  JobStore jobs;
  JobQueue queue;
  StoreClock clock;

  abstract TestStores store();

  @BeforeEach
  void open_the_store() {
    jobs = store().stores().jobs();
    queue = store().stores().queue();
    clock = store().stores().clock();
  }

  static JobResult done(String markdown) {
    LocalDate day = LocalDate.of(2026, 2, 1);
    return new JobResult(markdown, new Period(day, day), "m", null, CheckResult.NONE, List.of());
  }

  static NewJob job(Selection selection) {
    return new NewJob(
        JobId.create(),
        USER,
        selection,
        "weekly-progress",
        JobOptions.DEFAULT,
        Priority.NORMAL,
        null,
        1,
        null);
  }

  JobId submitted() {
    NewJob job = job(Selection.of(List.of(EntryId.create())));
    jobs.insert(job);
    queue.enqueue(QueueItem.of(job));
    return job.id();
  }

  Lease started() {
    submitted();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
    assertThat(jobs.startProcessing(lease)).isPresent();
    return lease;
  }

  Job read(JobId id) {
    return jobs.find(id).orElseThrow();
  }

  private boolean[] atOnce(Attempt one, Attempt other) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first = threads.submit(() -> waitFor(start) && one.succeeds());
      Future<Boolean> second = threads.submit(() -> waitFor(start) && other.succeeds());
      start.countDown();
      return new boolean[] {first.get(), second.get()};
    }
  }

  private static boolean waitFor(CountDownLatch start) throws InterruptedException {
    start.await();
    return true;
  }

  /// One side of a race.
  @FunctionalInterface
  private interface Attempt {
    boolean succeeds();
  }

  @Test
  @Fault({5, 3})
  void fault_05_either_a_completion_or_a_concurrent_recovery_wins() throws Exception {
    for (int i = 0; i < RACES; i++) {
      Lease first = started();
      Lease successor = store().queueAfter(PAST_LEASE).claim("b", first.jobId()).orElseThrow();

      boolean[] won =
          atOnce(
              () -> jobs.complete(first, done("# R")).isPresent(),
              () -> jobs.startProcessing(successor).isPresent());

      assertThat(won[0] ^ won[1])
          .as("either it is completed, or another run has taken over")
          .isTrue();
      assertThat(read(first.jobId()).status())
          .isEqualTo(won[0] ? JobStatus.COMPLETED : JobStatus.PROCESSING);
      assertThat(jobs.complete(successor, done("# S")).isPresent()).isEqualTo(won[1]);
      assertThat(read(first.jobId()).result().markdown()).isEqualTo(won[0] ? "# R" : "# S");
    }
  }

  @Test
  @Fault(6)
  void fault_06_either_a_cancellation_or_a_concurrent_completion_wins() throws Exception {
    for (int i = 0; i < RACES; i++) {
      Lease lease = started();

      boolean[] won =
          atOnce(
              () -> jobs.complete(lease, done("# R")).isPresent(),
              () -> jobs.cancel(lease.jobId()));

      assertThat(won[0] ^ won[1]).isTrue();
      assertThat(read(lease.jobId()).status())
          .isEqualTo(won[0] ? JobStatus.COMPLETED : JobStatus.CANCELLED);
    }
  }

  @Test
  @Fault(6)
  void fault_06_a_job_cancelled_during_its_claim_is_not_run() throws Exception {
    for (int i = 0; i < RACES; i++) {
      JobId id = submitted();
      Lease lease = queue.claim("a", id).orElseThrow();

      atOnce(() -> jobs.startProcessing(lease).isPresent(), () -> jobs.cancel(id));

      assertThat(read(id).status()).isEqualTo(JobStatus.CANCELLED);
      assertThat(jobs.startProcessing(lease)).isEmpty();
      assertThat(jobs.complete(lease, done("# R"))).isEmpty();
    }
  }
}
