package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.generator.Cancellation;
import app.fragments.generator.Cancellation.Reason;
import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.Progress;
import app.fragments.job.Stage;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final Duration KEPT = Heartbeat.safeTime(JobQueue.LEASE);

  private final WorkerFixture world = new WorkerFixture();
  private final FaultTrap trap = new FaultTrap();
  private final AtomicLong nanos = new AtomicLong(1_000);
  private final Cancellation cancellation = new Cancellation();
  private JobId id;
  private RunProgress progress;
  private Heartbeat heartbeat;

  @BeforeEach
  void startRun() {
    id = world.submit();
    Lease lease = world.queue.claim(ClaimRequest.of("worker")).orElseThrow();
    world.jobs.startProcessing(lease);
    WorkerContext context =
        new WorkerContext(
            trap.wrap(world.stores),
            world.generator.choice(),
            WorkerFixture.CHECKER,
            JobListener.NONE,
            world.settings,
            WorkerFixture.UNLIMITED,
            nanos::get,
            new Random(7));
    heartbeat = new Heartbeat(lease, context, cancellation, nanos.get());
    progress = new RunProgress(lease, world.jobs, JobListener.NONE, heartbeat::cancelRun);
  }

  @Test
  void a_heartbeat_renews_the_lease() {
    for (int i = 0; i < 10; i++) {
      world.clock.advance(Duration.ofSeconds(20));
      nanos.addAndGet(Duration.ofSeconds(20).toNanos());
      heartbeat.step();
      heartbeat.beat();
    }

    assertThat(world.queue.claim(ClaimRequest.of("other"))).isEmpty();
    assertThat(cancellation.isCancelled()).isFalse();
    assertThat(heartbeat.leaseDeadline()).isEqualTo(nanos.get() + KEPT.toNanos());
  }

  @Test
  @Fault(3)
  void a_lost_lease_stops_the_run() {
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));
    world.queue.claim(ClaimRequest.of("other")).orElseThrow();

    heartbeat.beat();

    assertThat(cancellation.reason()).contains(Reason.LEASE_LOST);
  }

  @Test
  @Fault(2)
  void an_expired_lease_is_renewed_if_nobody_took_it() {
    world.clock.advance(Duration.ofHours(1));

    heartbeat.beat();

    assertThat(cancellation.isCancelled()).isFalse();
    assertThat(world.queue.claim(ClaimRequest.of("other"))).isEmpty();
  }

  @Test
  void a_cancelled_job_stops_its_run() {
    world.service(1).cancel(WorkerFixture.USER, id);

    heartbeat.beat();

    assertThat(cancellation.reason()).contains(Reason.CANCELLED);
  }

  @Test
  void a_cancel_that_crashed_before_dequeueing_stops_the_run_too() {
    world.jobs.cancel(id);

    heartbeat.beat();

    assertThat(cancellation.reason()).contains(Reason.CANCELLED);
  }

  @Test
  @Fault({7, 8})
  void failed_heartbeats_do_not_extend_the_run() {
    long deadline = heartbeat.leaseDeadline();
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());

    trap.unavailableAt("JobQueue.heartbeat", 1);
    heartbeat.beat();
    trap.replyLostAt("JobQueue.heartbeat", 1);
    heartbeat.beat();
    assertThat(heartbeat.leaseDeadline()).isEqualTo(deadline);
    assertThat(cancellation.isCancelled()).isFalse();

    heartbeat.beat();
    assertThat(heartbeat.leaseDeadline()).isGreaterThan(deadline);
  }

  @Test
  void an_unreadable_record_does_not_stop_the_heartbeats() {
    world.jobs.poison(id);
    long deadline = heartbeat.leaseDeadline();
    nanos.addAndGet(1_000);

    heartbeat.beat();

    assertThat(heartbeat.leaseDeadline()).isGreaterThan(deadline);
    assertThat(cancellation.isCancelled()).isFalse();
  }

  @Test
  void heartbeats_use_their_own_connection() {
    FaultTrap others = new FaultTrap().unavailableAt("*", Integer.MAX_VALUE);
    WorkerStores hung = others.wrap(world.stores);
    WorkerStores stores =
        new WorkerStores(
            hung.jobs(), hung.queue(), hung.entries(), hung.reports(), world.queue, world.jobs);
    WorkerContext context = world.context(stores);
    Lease lease = new Lease(id, 1, "worker", 0, 0, Duration.ZERO);
    Heartbeat own = new Heartbeat(lease, context, cancellation, System.nanoTime());
    long deadline = own.leaseDeadline();

    own.beat();

    assertThat(own.leaseDeadline()).isGreaterThan(deadline);
  }

  @Test
  void the_latest_progress_is_written_once() {
    AtomicInteger writes = new AtomicInteger();
    JobStore counting =
        new FaultTrap()
            .set(
                "JobStore.updateProgress",
                call -> {
                  writes.incrementAndGet();
                  return call.proceed();
                })
            .wrap(JobStore.class, world.jobs);
    Lease lease = new Lease(id, 1, "worker", 0, 0, Duration.ZERO);
    RunProgress counted = new RunProgress(lease, counting, JobListener.NONE, () -> {});
    counted.progress(new Progress(1, 3, Stage.WRITING));
    counted.progress(new Progress(2, 3, Stage.WRITING));

    counted.write();
    counted.write();

    assertThat(world.job(id).progress()).isEqualTo(new Progress(2, 3, Stage.WRITING));
    assertThat(writes).hasValue(1);
  }

  @Test
  void refused_progress_stops_the_run() {
    world.jobs.cancel(id);
    progress.progress(new Progress(1, 3, Stage.WRITING));

    progress.write();

    assertThat(cancellation.reason()).contains(Reason.CANCELLED);
  }

  @Test
  void progress_of_an_ended_run_is_ignored() {
    progress.close();
    progress.progress(new Progress(1, 3, Stage.WRITING));

    progress.write();

    assertThat(world.job(id).progress().stage()).isEqualTo(Stage.WAITING);
  }
}
