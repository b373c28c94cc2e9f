package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.generator.Cancellation;
import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs that neither end nor progress.
@Timeout(20)
class StuckRunTest {
  private final WorkerFixture world = new WorkerFixture();
  private final AtomicLong nanos = new AtomicLong();
  private final Duration longestStep = world.settings.jobTimeout().plus(WorkerSettings.STUCK_AFTER);

  private WorkerContext context() {
    WorkerContext context = world.context(world.stores);
    return new WorkerContext(
        context.stores,
        context.generators,
        context.checker,
        context.listener,
        context.settings,
        context.limits,
        nanos::get,
        new Random(7));
  }

  @Test
  void a_run_is_stuck_while_a_step_takes_longer_than_allowed() {
    world.submit();
    Lease lease = world.queue.claim(ClaimRequest.of("worker")).orElseThrow();
    Heartbeat heartbeat = new Heartbeat(lease, context(), new Cancellation(), nanos.get());
    nanos.addAndGet(longestStep.toNanos());
    assertThat(heartbeat.isStuck()).isFalse();
    nanos.incrementAndGet();
    assertThat(heartbeat.isStuck()).isTrue();
    heartbeat.step();
    assertThat(heartbeat.isStuck()).isFalse();
  }

  @Test
  @Fault({21, 2})
  void the_lease_of_a_stuck_run_expires_and_it_is_reported_once() {
    world.submit();
    Lease lease = world.queue.claim(ClaimRequest.of("stuck")).orElseThrow();
    world.jobs.startProcessing(lease);
    Cancellation cancellation = new Cancellation();
    List<String> events = new ArrayList<>();
    world.listener =
        new JobListener() {
          @Override
          public void stuck(JobId job) {
            events.add("stuck");
          }
        };
    WorkerContext context = context();
    Heartbeat heartbeat = new Heartbeat(lease, context, cancellation, nanos.get());
    heartbeat.beat();
    nanos.addAndGet(longestStep.toNanos() + 1);
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));

    heartbeat.beat();
    heartbeat.beat();

    assertThat(events).containsExactly("stuck");
    assertThat(cancellation.reason()).contains(Cancellation.Reason.LEASE_LOST);
    assertThat(world.queue.claim(ClaimRequest.of("other")).orElseThrow().recoveries()).isOne();
  }

  @Test
  @Fault({21, 3})
  void another_worker_takes_a_stuck_runs_job_and_the_late_result_is_refused() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<JobId> reported = new CopyOnWriteArrayList<>();
    world.setHeartbeat(Duration.ofMillis(5));
    world.listener =
        new JobListener() {
          @Override
          public void stuck(JobId job) {
            reported.add(job);
          }
        };
    JobId id = world.submit();
    FaultTrap trap =
        new FaultTrap()
            .before(
                "JobStore.complete",
                () -> {
                  stuck.countDown();
                  WorkerFixture.awaitUninterruptibly(release);
                });
    WorkerContext context = context();
    Worker worker =
        new Worker(
            "stuck",
            new WorkerContext(
                trap.wrap(world.stores),
                context.generators,
                context.checker,
                context.listener,
                context.settings,
                context.limits,
                nanos::get,
                context.random));
    Thread thread = Thread.ofPlatform().daemon().start(worker::runOne);
    stuck.await();
    nanos.addAndGet(longestStep.toNanos() + 1);
    WorkerFixture.until(() -> reported.size() == 1);
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));

    assertThat(world.worker().runOne()).isTrue();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    release.countDown();
    thread.join();

    assertThat(reported).containsExactly(id);
    assertThat(world.job(id).fencingToken()).as("the new owner's fencing token").isEqualTo(2);
    assertThat(world.job(id).recoveries()).isOne();
    assertThat(world.queue.depth().total()).isZero();
  }
}
