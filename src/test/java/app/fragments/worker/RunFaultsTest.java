package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.generator.GeneratorException;
import app.fragments.job.ClaimRequest;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.RawAnswer;
import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import app.fragments.report.Report.ReportSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The listed faults that affect a run.
@Timeout(20)
class RunFaultsTest {
  private final WorkerFixture world = new WorkerFixture();

  @Test
  @Fault({2, 3})
  void fault_02_a_process_that_was_suspended_past_its_lease_does_no_harm_when_it_resumes() {
    JobId id = world.submit();
    FaultTrap trap =
        new FaultTrap().before("JobStore.storeRawAnswer", this::anotherWorkerRunsTheJob);

    world.worker(trap.wrap(world.stores)).runOne();

    assertThat(world.job(id).result().markdown()).isEqualTo("# By another worker");
    assertThat(world.job(id).fencingToken()).isEqualTo(2);
    assertThat(world.reports.list(WorkerFixture.USER, 10)).hasSize(1);
  }

  /// The lease expires, and a second worker runs the job.
  private void anotherWorkerRunsTheJob() {
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));
    var before = world.generator.script;
    world.generator.script = (_, _, _) -> new RawAnswer("# By another worker", "scripted", null);
    assertThat(world.worker().runOne()).isTrue();
    world.generator.script = before;
  }

  @Test
  @Fault({3, 102})
  void fault_03_a_failure_after_the_lease_was_lost_is_ignored() {
    JobId id = world.submit();
    world.generator.script =
        (_, _, _) -> {
          throw new GeneratorException(FailureKind.AUTH, "refused", null);
        };
    FaultTrap trap =
        new FaultTrap()
            .before(
                "JobStore.fail",
                () -> {
                  world.generator.script = (request, _, _) -> ScriptedGenerator.report(request);
                  anotherWorkerRunsTheJob();
                });

    world.worker(trap.wrap(world.stores)).runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).failure()).isNull();
  }

  @Test
  @Fault({5, 1})
  void fault_05_taking_over_a_job_that_has_just_completed_leaves_it_completed() {
    JobId id = world.submit();
    SimulatedCrash.of(world).at("JobQueue.delete").runOne();
    var completed = world.job(id);
    assertThat(completed.status()).isEqualTo(JobStatus.COMPLETED);
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));

    assertThat(world.worker().runOne()).as("claims the job").isTrue();

    assertThat(world.job(id)).isEqualTo(completed);
    assertThat(world.queue.contains(id)).isFalse();
    assertThat(world.generator.requests).hasSize(1);
  }

  @Test
  @Fault({5, 1})
  void fault_05_taking_over_a_completed_job_saves_its_report_if_the_worker_died_before() {
    JobId id = world.submit();
    SimulatedCrash.of(world).at("ReportStore.save").runOne();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.report(id)).isEmpty();
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));

    assertThat(world.worker().runOne()).as("claims the job").isTrue();

    assertThat(world.report(id)).isPresent();
    assertThat(world.queue.contains(id)).isFalse();
  }

  @Test
  @Fault(18)
  void fault_18_an_entry_that_now_belongs_to_another_user_is_not_woven() {
    Entry mine = world.write("mine");
    Entry given = world.write("given away");
    JobId id = world.submit(1, List.of(mine, given));
    FaultTrap trap =
        new FaultTrap()
            .set(
                "EntryStore.findAll",
                call ->
                    ((List<?>) call.proceed())
                        .stream()
                            .map(Entry.class::cast)
                            .map(entry -> entry.id().equals(given.id()) ? ofEve(entry) : entry)
                            .toList());

    world.worker(trap.wrap(world.stores)).runOne();

    assertThat(world.generator.requests.getFirst().entries())
        .extracting(Entry::text)
        .containsExactly("mine");
    assertThat(world.job(id).result().sources())
        .extracting(ReportSource::entryId)
        .containsExactly(mine.id());
  }

  private static Entry ofEve(Entry entry) {
    return Entry.write(
        "eve",
        LocalDate.of(2026, 2, 1),
        ZoneOffset.UTC,
        Instant.parse("2026-02-01T08:00:00Z"),
        "",
        entry.text());
  }

  @Test
  @Fault(18)
  void fault_18_an_entry_edited_after_submit_is_woven_as_edited() {
    Entry entry = world.write("draft");
    JobId id = world.submit(1, List.of(entry));
    world.entries.save(entry.withText("", "final"));

    world.worker().runOne();

    assertThat(world.job(id).result().markdown()).contains("final").doesNotContain("draft");
  }

  @Test
  @Fault(20)
  void fault_20_another_worker_takes_the_job_of_a_program_closed_during_its_claim()
      throws Exception {
    JobId id = world.submit();
    SimulatedCrash.of(world).after(1).runOne();
    assertThat(world.queue.depth().running()).isOne();

    world.clock.advance(JobQueue.LEASE.plusSeconds(1));
    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).attempts()).isZero();
  }

  @Test
  @Fault(21)
  void fault_21_a_generator_that_ignores_the_interrupt_does_not_block_shutdown() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    world.generator.script =
        (_, _, _) -> {
          while (release.getCount() > 0) {
            try {
              release.await();
            } catch (InterruptedException e) {
              // ignored on purpose
            }
          }
          throw new GeneratorException(FailureKind.NETWORK, "too late", null);
        };
    JobId id = world.submit();
    Worker worker = world.worker();
    Thread thread = Thread.ofPlatform().daemon().start(worker::run);
    world.generator.called.await();

    worker.stop();

    assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.PENDING);
    assertThat(world.queue.depth().waiting()).isOne();
    release.countDown();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OutOfMemoryError.class,
        StackOverflowError.class,
        NoClassDefFoundError.class,
        IllegalStateException.class
      })
  @Fault(22)
  void fault_22_an_error_in_the_checker_fails_the_job_and_not_the_worker(
      Class<? extends Throwable> type) {
    JobId bad = world.submit();
    JobId good = world.submit();
    AtomicInteger checks = new AtomicInteger();
    Worker worker = new Worker("worker", world.context(world.stores, failing(type, checks)));

    worker.runOne();
    worker.runOne();

    assertThat(world.job(bad).failure().kind()).isEqualTo(FailureKind.INTERNAL);
    assertThat(world.job(good).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.queue.depth().total()).isZero();
  }

  /// Throws on the first check.
  private static ReportChecker failing(Class<? extends Throwable> type, AtomicInteger checks) {
    return (_, _) -> {
      if (checks.getAndIncrement() == 0) {
        RunFaultsTest.<RuntimeException>raise(type);
      }
      return CheckResult.NONE;
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Class<? extends Throwable> type) throws T {
    try {
      throw (T) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Fault(23)
  void fault_23_the_reconciler_fails_an_unreadable_record_that_is_not_queued() {
    JobId bad = world.submit();
    world.queue.delete(bad);
    world.jobs.poison(bad);
    world.clock.advance(Reconciler.GRACE.plusSeconds(1));

    new Reconciler(world.stores, WorkerFixture.RETENTION).reconcile();

    assertThat(world.jobs.liveOlderThan(Duration.ofSeconds(-1), null, 10)).isEmpty();
    assertThat(world.queue.contains(bad)).isFalse();
  }

  @Test
  @Fault(24)
  void fault_24_a_huge_error_message_of_a_generator_is_truncated() {
    JobId id = world.submit();
    world.generator.script =
        (_, _, _) -> {
          throw new GeneratorException(FailureKind.BLOCKED, "x".repeat(5 << 20), null);
        };

    world.worker().runOne();

    assertThat(world.job(id).failure().message()).hasSizeLessThanOrEqualTo(2_000);
  }

  @Test
  @Fault(32)
  void fault_32_a_run_whose_lease_expired_may_finish_if_nobody_took_over() {
    JobId id = world.submit();
    FaultTrap trap =
        new FaultTrap()
            .before("JobStore.complete", () -> world.clock.advance(Duration.ofMinutes(10)));

    world.worker(trap.wrap(world.stores)).runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).fencingToken()).isOne();
    assertThat(world.worker().runOne()).as("runs it again").isFalse();
  }

  @Test
  @Fault(32)
  void fault_32_a_clean_release_counts_neither_as_an_attempt_nor_as_a_recovery() throws Exception {
    world.generator.script = ScriptedGenerator.hangingUntilCancelled();
    JobId id = world.submit();
    for (int i = 0; i < 10; i++) {
      Worker worker = world.worker();
      Thread thread = Thread.ofPlatform().start(worker::runOne);
      WorkerFixture.until(() -> worker.running().isPresent());
      worker.stop();
      thread.join();
    }

    world.generator.script = (request, _, _) -> ScriptedGenerator.report(request);
    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).attempts()).isZero();
    assertThat(world.job(id).recoveries()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JobQueue.release", "JobStore.release"})
  @Fault({103, 32})
  void fault_103_a_crash_during_a_release_loses_no_job(String step) {
    JobId id = world.submit(2);
    world.generator.script =
        (_, _, _) -> {
          throw new GeneratorException(FailureKind.NETWORK, "away", null);
        };
    SimulatedCrash.of(world).at(step).runOne();
    assertThat(world.queue.contains(id)).isTrue();
    world.clock.advance(Backoff.JOB_CAP);
    world.generator.script = (request, _, _) -> ScriptedGenerator.report(request);

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JobStore.fail", "JobQueue.delete"})
  @Fault(104)
  void fault_104_a_crash_during_a_failure_leaves_no_record_processing_forever(String step) {
    JobId id = world.submit();
    world.generator.script =
        (_, _, _) -> {
          throw new GeneratorException(FailureKind.AUTH, "refused", null);
        };
    SimulatedCrash.of(world).at(step).runOne();
    assertThat(world.queue.contains(id)).as("the record is written before the queue").isTrue();
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.FAILED);
    assertThat(world.job(id).failure().kind()).isEqualTo(FailureKind.AUTH);
    assertThat(world.queue.contains(id)).isFalse();
  }

  @Test
  @Fault({11, 101})
  void fault_101_a_lease_lives_while_heartbeats_come_however_long_the_job_takes() {
    JobId id = world.submit();
    Lease lease = world.queue.claim(ClaimRequest.of("slow")).orElseThrow();
    for (int i = 0; i < 40; i++) {
      world.clock.advance(WorkerFixture.SETTINGS.heartbeat());
      assertThat(world.queue.heartbeat(lease)).isTrue();
      assertThat(world.queue.claim(ClaimRequest.of("thief"))).isEmpty();
    }
    assertThat(WorkerFixture.SETTINGS.heartbeat().multipliedBy(3)).isLessThan(JobQueue.LEASE);
    assertThat(world.queue.fencingToken(id)).contains(1L);
  }
}
