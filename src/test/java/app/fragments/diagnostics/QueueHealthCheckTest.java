package app.fragments.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.ClaimRequest;
import app.fragments.job.InMemoryWorkerRegistry;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.QueueItems;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.RetentionPolicy;
import app.fragments.journal.InMemoryStoreIndexes;
import app.fragments.worker.Reconciler;
import app.fragments.worker.SimulatedCrash;
import app.fragments.worker.WorkerFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Breaks the store in every way, and expects the check to report it and the repair to fix it.
class QueueHealthCheckTest {
  private static final Duration A_MOMENT = Reconciler.GRACE.minusSeconds(1);
  private static final Duration LONG_AGO = Reconciler.GRACE.plusSeconds(1);

  private final WorkerFixture world = new WorkerFixture();
  private final InMemoryWorkerRegistry registry = new InMemoryWorkerRegistry(world.clock);
  private final InMemoryStoreIndexes indexes = new InMemoryStoreIndexes();
  private Duration clockError = Duration.ZERO;
  private final InstantSource machine = () -> world.clock.now().plus(clockError);
  private final QueueHealthCheck check =
      new QueueHealthCheck(
          world.stores,
          registry,
          indexes,
          world.clock,
          machine.withZone(ZoneOffset.UTC),
          new Reconciler(world.stores, RetentionPolicy.ENDLESS));

  /// Advances the clock, with a worker running.
  private void later(Duration time) {
    world.clock.advance(time);
    registry.announce(
        new RegisteredWorker(
            "w", RegisteredWorker.Kind.WORK, "here", 1, 1, 0, Instant.EPOCH, Instant.EPOCH));
  }

  private HealthIssue only(HealthIssue.Kind kind) {
    List<HealthIssue> issues = check.check();
    assertThat(issues).extracting(HealthIssue::kind).containsExactly(kind);
    assertThat(kind.remedy()).isNotBlank();
    return issues.getFirst();
  }

  private void assertRepairFixesIt() {
    check.repair();
    assertThat(check.check()).isEmpty();
  }

  @Test
  void a_store_in_use_is_healthy() {
    world.submit();
    JobId running = world.submit();
    world.jobs.startProcessing(world.queue.claim("worker", running).orElseThrow());
    later(LONG_AGO);
    assertThat(check.check()).isEmpty();
  }

  @Test
  void a_state_between_two_writes_of_another_process_is_not_an_issue() {
    JobId submitting = world.submit();
    world.queue.delete(submitting);
    JobId completing = world.submit();
    Lease lease = world.queue.claim("worker", completing).orElseThrow();
    world.jobs.cancel(lease.jobId());
    later(A_MOMENT);
    assertThat(check.check()).isEmpty();
  }

  @Test
  void a_stale_lease_is_reported_with_its_worker_and_freed_as_a_recovery() {
    JobId id = world.submit();
    world.jobs.startProcessing(world.queue.claim(ClaimRequest.of("dead-worker")).orElseThrow());
    later(JobQueue.LEASE.plusSeconds(35));

    HealthIssue stale = only(HealthIssue.Kind.STALE_LEASE);
    assertThat(stale.message())
        .contains("dead-worker for " + JobQueue.LEASE.plusSeconds(35).toSeconds() + " s");
    assertThat(stale.jobIds()).containsExactly(id);

    assertRepairFixesIt();
    Lease next = world.queue.claim(ClaimRequest.of("next-worker")).orElseThrow();
    assertThat(next.recoveries()).isEqualTo(1);
    assertThat(next.attempts()).isZero();
  }

  @Test
  void after_a_stale_lease_is_freed_the_late_worker_cannot_write() {
    world.submit();
    Lease lost = world.queue.claim(ClaimRequest.of("dead-worker")).orElseThrow();
    world.jobs.startProcessing(lost);
    later(JobQueue.LEASE.plusSeconds(1));
    check.repair();

    assertThat(world.queue.heartbeat(lost)).isFalse();
    assertThat(world.worker().runOne()).isTrue();
    assertThat(world.job(lost.jobId()).fencingToken()).isGreaterThan(lost.fencingToken());
  }

  @Test
  void an_orphan_is_queued_again() {
    JobId id = world.submit();
    world.queue.delete(id);
    later(LONG_AGO);

    assertThat(only(HealthIssue.Kind.ORPHAN).jobIds()).containsExactly(id);
    assertRepairFixesIt();
    assertThat(world.queue.contains(id)).isTrue();
  }

  @Test
  void leftovers_are_deleted() {
    JobId cancelled = world.submit();
    world.jobs.cancel(cancelled);
    world.queue.enqueue(QueueItems.fresh(new JobId("nobody's")));
    later(LONG_AGO);

    HealthIssue leftover = only(HealthIssue.Kind.LEFTOVER);
    assertThat(leftover.count()).isEqualTo(2);
    assertThat(leftover.jobIds()).contains(cancelled);
    assertRepairFixesIt();
    assertThat(world.queue.depth().total()).isZero();
  }

  @Test
  void an_unclaimable_document_is_repaired() {
    JobId id = world.submit();
    world.queue.poison(id);
    later(LONG_AGO);

    assertThat(only(HealthIssue.Kind.POISONED).count()).isEqualTo(1);
    assertRepairFixesIt();
    assertThat(world.queue.claim(ClaimRequest.of("worker"))).isPresent();
  }

  @Test
  void jobs_with_unreadable_records_fail_whether_queued_or_not() {
    JobId queued = world.submit();
    JobId orphan = world.submit();
    world.queue.delete(orphan);
    world.jobs.poison(queued);
    world.jobs.poison(orphan);
    later(LONG_AGO);

    assertThat(only(HealthIssue.Kind.UNREADABLE_RECORD).count()).isEqualTo(2);
    assertRepairFixesIt();
    assertThat(world.queue.depth().total()).isZero();
  }

  @Test
  void a_forgotten_job_without_attempts_left_fails() {
    JobId id = world.submit(2);
    Lease lease = world.queue.claim(ClaimRequest.of("worker")).orElseThrow();
    world.jobs.startProcessing(lease);
    world.queue.release(lease, 2, Duration.ZERO);
    world.jobs.release(lease, 2, Duration.ZERO);

    later(LONG_AGO);
    assertThat(check.check()).as("a worker may grant more attempts").isEmpty();
    later(QueueHealthCheck.FORGOTTEN_AFTER);
    assertThat(only(HealthIssue.Kind.TRIES_USED_UP).jobIds()).containsExactly(id);

    assertRepairFixesIt();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.FAILED);
    assertThat(world.queue.contains(id)).isFalse();
  }

  @Test
  void an_unsaved_report_is_saved() {
    JobId id = world.submit();
    SimulatedCrash.of(world).at("ReportStore.save").runOne();
    later(LONG_AGO.plus(JobQueue.LEASE));
    world.queue.delete(id);

    assertThat(only(HealthIssue.Kind.REPORT_NOT_KEPT).jobIds()).containsExactly(id);
    assertRepairFixesIt();
    assertThat(world.report(id)).isPresent();
  }

  @Test
  void a_missing_index_is_named_and_created() {
    indexes.drop("jobs.claims_by_priority");
    assertThat(only(HealthIssue.Kind.MISSING_INDEX).message()).contains("jobs.claims_by_priority");
    assertRepairFixesIt();
  }

  @Test
  void jobs_waiting_without_a_worker_are_an_issue_after_a_while() {
    world.submit();
    world.clock.advance(QueueHealthCheck.MAX_WAIT.minusSeconds(1));
    assertThat(check.check()).isEmpty();
    world.clock.advance(Duration.ofSeconds(1));

    assertThat(only(HealthIssue.Kind.NO_WORKER).message()).contains("Jobs waiting: 1", "10 s");
    check.repair();
    only(HealthIssue.Kind.NO_WORKER);
    later(Duration.ZERO);
    assertThat(check.check()).isEmpty();
  }

  @Test
  void a_clock_that_is_off_by_more_than_two_seconds_is_an_issue() {
    clockError = QueueHealthCheck.CLOCK_TOLERANCE;
    assertThat(check.check()).isEmpty();
    clockError = Duration.ofSeconds(-90);
    assertThat(only(HealthIssue.Kind.WRONG_CLOCK).message()).contains("90.0 s behind");
    clockError = Duration.ofMinutes(2);
    assertThat(only(HealthIssue.Kind.WRONG_CLOCK).message()).contains("120.0 s ahead of");
  }
}
