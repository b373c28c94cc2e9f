package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.faults.Fault;
import app.fragments.job.ClaimRequest;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.NewJob;
import app.fragments.job.Priority;
import app.fragments.job.QueueItems;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
  private static final Duration LONG_AGO = Reconciler.GRACE.plusSeconds(1);

  private final WorkerFixture world = new WorkerFixture();
  private final Reconciler reconciler = new Reconciler(world.stores, WorkerFixture.RETENTION);

  @Test
  @Fault({1, 32})
  void a_submit_that_crashed_between_its_writes_is_queued() {
    JobId id = recordAlone("1");
    world.clock.advance(LONG_AGO);

    reconciler.reconcile();

    assertThat(world.queue.contains(id)).isTrue();
  }

  @Test
  @Fault(32)
  void a_submit_in_progress_is_left_alone() {
    JobId id = recordAlone("1");
    world.clock.advance(Duration.ofSeconds(1));

    reconciler.reconcile();

    assertThat(world.queue.contains(id)).isFalse();
  }

  @Test
  @Fault(32)
  void a_running_job_that_lost_its_queue_item_is_queued_again() {
    JobId id = world.submit();
    Lease lost = world.queue.claim(ClaimRequest.of("worker")).orElseThrow();
    world.jobs.startProcessing(lost);
    world.queue.delete(id);
    world.clock.advance(LONG_AGO);

    reconciler.reconcile();
    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).fencingToken()).isGreaterThan(lost.fencingToken());
  }

  @Test
  @Fault(32)
  void a_running_job_is_left_alone() {
    JobId id = world.submit();
    Lease lease = world.queue.claim(ClaimRequest.of("worker")).orElseThrow();
    world.jobs.startProcessing(lease);
    world.clock.advance(LONG_AGO);

    reconciler.reconcile();

    assertThat(world.queue.heartbeat(lease)).isTrue();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.PROCESSING);
  }

  @Test
  void queue_items_without_a_live_record_are_removed() {
    JobId cancelled = world.submit();
    world.jobs.cancel(cancelled);
    JobId unknown = new JobId("unknown");
    world.queue.enqueue(QueueItems.fresh(unknown));
    JobId live = world.submit();

    reconciler.reconcile();

    assertThat(world.queue.list(null, 10)).containsExactly(live);
  }

  @Test
  void an_unsaved_report_is_saved() {
    JobId id = world.submit();
    SimulatedCrash.of(world).at("ReportStore.save").runOne();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.report(id)).isEmpty();

    reconciler.reconcile();

    assertThat(world.report(id)).isPresent();
    assertThat(world.jobs.completedWithoutSavedReport(null, 10)).isEmpty();
  }

  @Test
  @Fault(28)
  void a_job_that_cannot_be_repaired_does_not_block_later_ones() {
    for (int i = 0; i < Reconciler.PAGE + 3; i++) {
      world.jobs.poison(recordAlone("a%04d".formatted(i)));
    }
    JobId behind = recordAlone("b");
    world.clock.advance(LONG_AGO);

    reconciler.reconcile();
    reconciler.reconcile();

    assertThat(world.queue.contains(behind)).isTrue();
  }

  @Test
  void after_the_last_page_it_starts_over() {
    reconciler.reconcile();
    JobId id = recordAlone("1");
    world.clock.advance(LONG_AGO);
    reconciler.reconcile();
    assertThat(world.queue.contains(id)).isTrue();
  }

  @Test
  void an_outage_ends_a_run_and_the_next_run_continues() {
    JobId id = recordAlone("1");
    world.clock.advance(LONG_AGO);
    FaultTrap trap = new FaultTrap().unavailableAt("JobQueue.enqueue", 1);
    Reconciler trapped = new Reconciler(trap.wrap(world.stores), WorkerFixture.RETENTION);

    assertThatThrownBy(trapped::reconcile).isInstanceOf(StoreUnavailableException.class);
    trapped.reconcile();

    assertThat(world.queue.contains(id)).isTrue();
    assertThat(world.jobs.find(id).map(Job::status)).contains(JobStatus.PENDING);
  }

  @Test
  void it_runs_when_it_is_due_and_not_before() {
    AtomicLong nanos = new AtomicLong();
    AtomicInteger runs = new AtomicInteger();
    FaultTrap counting =
        new FaultTrap()
            .set(
                "JobQueue.repair",
                call -> {
                  runs.incrementAndGet();
                  return call.proceed();
                });
    Reconciler timed =
        new Reconciler(counting.wrap(world.stores), WorkerFixture.RETENTION, nanos::get);
    Duration interval = Duration.ofSeconds(30);

    timed.reconcileIfDue(interval);
    timed.reconcileIfDue(interval);
    assertThat(runs).hasValue(1);
    nanos.addAndGet(interval.toNanos());
    timed.reconcileIfDue(interval);
    assertThat(runs).hasValue(2);
  }

  @Test
  void pictures_that_nothing_refers_to_are_removed_once_an_hour() {
    AtomicLong nanos = new AtomicLong();
    Reconciler timed = new Reconciler(world.stores, WorkerFixture.RETENTION, nanos::get);
    Duration interval = Duration.ofSeconds(30);

    timed.reconcileIfDue(interval);
    nanos.addAndGet(interval.toNanos());
    timed.reconcileIfDue(interval);
    assertThat(world.entries.pictureChecks()).isEqualTo(1);
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    timed.reconcileIfDue(interval);
    assertThat(world.entries.pictureChecks()).isEqualTo(2);
  }

  private JobId recordAlone(String id) {
    return world
        .jobs
        .insert(
            new NewJob(
                new JobId(id),
                WorkerFixture.USER,
                Selection.of(List.of(EntryId.create())),
                "weekly-progress",
                JobOptions.DEFAULT,
                Priority.NORMAL,
                null,
                1,
                null))
        .jobId();
  }
}
