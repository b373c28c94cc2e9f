package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.generator.Cancellation;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Events that end a run from outside.
@Timeout(20)
class WorkerStopTest {
  private final WorkerFixture world = new WorkerFixture();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void releaseStuckThreads() {
    release.countDown();
  }

  @Test
  @Fault(14)
  void a_generator_that_takes_too_long_times_out_and_the_worker_continues() {
    world.setJobTimeout(Duration.ofMillis(30));
    world.generator.script = ScriptedGenerator.hangingUntilCancelled();
    Worker worker = world.worker();
    JobId slow = world.submit();

    worker.runOne();

    assertThat(world.job(slow).failure().kind()).isEqualTo(FailureKind.TIMEOUT);
    world.generator.script = (request, _, _) -> ScriptedGenerator.report(request);
    JobId next = world.submit();
    worker.runOne();
    assertThat(world.job(next).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  @Fault(21)
  void a_generator_that_cannot_be_stopped_is_abandoned_and_its_result_ignored() {
    world.setJobTimeout(Duration.ofMillis(30));
    List<String> previews = new CopyOnWriteArrayList<>();
    CountDownLatch finished = new CountDownLatch(1);
    world.listener =
        new JobListener() {
          @Override
          public void preview(JobId job, String markdownSoFar) {
            previews.add(markdownSoFar);
          }
        };
    world.generator.script =
        (request, listener, _) -> {
          WorkerFixture.awaitUninterruptibly(release);
          listener.preview("too late");
          finished.countDown();
          return ScriptedGenerator.report(request);
        };
    JobId id = world.submit();

    world.worker().runOne();

    assertThat(world.job(id).failure().kind()).isEqualTo(FailureKind.TIMEOUT);
    release.countDown();
    WorkerFixture.awaitUninterruptibly(finished);
    assertThat(previews).isEmpty();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void a_response_that_arrives_while_the_call_is_being_cancelled_counts() {
    world.setJobTimeout(Duration.ofMillis(30));
    world.generator.script =
        (request, _, cancellation) -> {
          CountDownLatch cancelled = new CountDownLatch(1);
          try (var _ = cancellation.onCancel(cancelled::countDown)) {
            cancelled.await();
          }
          return ScriptedGenerator.report(request);
        };
    JobId id = world.submit();

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  @Fault(20)
  void a_stopped_worker_returns_its_job_without_counting_an_attempt() throws Exception {
    world.generator.script = ScriptedGenerator.hangingUntilCancelled();
    JobId id = world.submit();
    Worker worker = world.worker();
    Thread thread = Thread.ofPlatform().start(worker::run);
    world.generator.called.await();
    assertThat(worker.running()).contains(id);

    worker.stop();
    thread.join();

    assertReturned(id);
    assertThat(worker.running()).isEmpty();
    assertThat(worker.runOne()).as("a stopped worker claims nothing").isFalse();
  }

  @Test
  @Fault(20)
  void an_interrupt_stops_the_worker_and_is_not_swallowed() throws Exception {
    world.generator.script = ScriptedGenerator.hangingUntilCancelled();
    JobId id = world.submit();
    Worker worker = world.worker();
    List<Boolean> interrupted = new CopyOnWriteArrayList<>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  worker.run();
                  interrupted.add(Thread.currentThread().isInterrupted());
                });
    world.generator.called.await();

    thread.interrupt();
    thread.join();

    assertReturned(id);
    assertThat(interrupted).containsExactly(true);
  }

  @Test
  @Fault(20)
  void a_worker_stopped_while_it_claims_returns_the_job() {
    JobId id = world.submit();
    FaultTrap trap = new FaultTrap();
    Worker worker = world.worker(trap.wrap(world.stores));
    trap.before("JobQueue.claim", worker::stop);

    assertThat(worker.runOne()).isTrue();

    assertThat(world.generator.requests).isEmpty();
    assertReturned(id);
  }

  @Test
  void a_cancelled_job_is_stopped_at_once_in_this_process() throws Exception {
    world.generator.script = ScriptedGenerator.hangingUntilCancelled();
    JobId id = world.submit();
    Worker worker = world.worker();
    Thread thread = Thread.ofPlatform().start(worker::runOne);
    world.generator.called.await();

    assertThat(worker.cancelRunning(new JobId("another"))).isFalse();
    world.service(1).cancel(WorkerFixture.USER, id);
    assertThat(worker.cancelRunning(id)).isTrue();
    thread.join();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.queue.contains(id)).isFalse();
  }

  @Test
  void a_job_cancelled_elsewhere_is_stopped_by_the_heartbeat() throws Exception {
    quickHeartbeat();
    world.generator.script = ScriptedGenerator.hangingUntilCancelled();
    JobId id = world.submit();
    Thread thread = Thread.ofPlatform().start(world.worker()::runOne);
    world.generator.called.await();

    world.service(1).cancel(WorkerFixture.USER, id);
    thread.join();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  @Fault({11, 101})
  void heartbeats_hold_a_job_that_runs_longer_than_its_lease() throws Exception {
    quickHeartbeat();
    world.generator.script =
        (request, _, _) -> {
          release.await();
          return ScriptedGenerator.report(request);
        };
    JobId id = world.submit();
    Thread thread = Thread.ofPlatform().start(world.worker()::runOne);
    world.generator.called.await();
    for (int i = 0; i < 5; i++) {
      world.clock.advance(JobQueue.LEASE.plusSeconds(1));
      WorkerFixture.until(() -> world.queue.depth().running() == 1);
    }
    release.countDown();
    thread.join();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).fencingToken()).isOne();
  }

  @Test
  @Fault(11)
  void a_progress_write_that_hangs_does_not_delay_the_heartbeats() throws Exception {
    quickHeartbeat();
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch heartbeats = new CountDownLatch(3);
    FaultTrap trap =
        new FaultTrap()
            .before(
                "JobStore.updateProgress",
                () -> {
                  hangs.countDown();
                  WorkerFixture.awaitUninterruptibly(release);
                })
            .set(
                "JobQueue.heartbeat",
                call -> {
                  if (hangs.getCount() == 0) {
                    heartbeats.countDown();
                  }
                  return call.proceed();
                });
    world.generator.script =
        (request, _, _) -> {
          heartbeats.await();
          return ScriptedGenerator.report(request);
        };
    JobId id = world.submit();

    world.worker(trap.wrap(world.stores)).runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  @Fault({2, 7})
  void a_run_whose_heartbeats_fail_stops_before_its_lease_ends() {
    FakeMonotonicClock monotonic = new FakeMonotonicClock();
    FaultTrap trap = new FaultTrap().unavailableAt("JobQueue.heartbeat", Integer.MAX_VALUE);
    List<Cancellation.Reason> reasons = new CopyOnWriteArrayList<>();
    world.generator.script =
        (_, _, cancellation) -> {
          monotonic.advance(Duration.ofSeconds(25));
          CountDownLatch cancelled = new CountDownLatch(1);
          try (var _ = cancellation.onCancel(cancelled::countDown)) {
            cancelled.await();
          }
          reasons.add(cancellation.reason().orElseThrow());
          throw new GeneratorException(FailureKind.NETWORK, "closed", null);
        };
    JobId id = world.submit();
    world.setJobTimeout(Duration.ofSeconds(180));
    WorkerContext context = world.context(trap.wrap(world.stores));
    Worker worker =
        new Worker(
            "worker",
            new WorkerContext(
                context.stores,
                context.generators,
                context.checker,
                context.listener,
                context.settings,
                context.limits,
                monotonic,
                context.random));

    worker.runOne();

    assertThat(reasons).containsExactly(Cancellation.Reason.LEASE_LOST);
    assertReturned(id);
  }

  /// A clock that the test advances.
  private static final class FakeMonotonicClock implements MonotonicClock {
    private volatile long nanos;

    @Override
    public long nanos() {
      return nanos;
    }

    void advance(Duration by) {
      nanos += by.toNanos();
    }
  }

  private void quickHeartbeat() {
    world.setHeartbeat(Duration.ofMillis(5));
  }

  private void assertReturned(JobId id) {
    assertThat(world.job(id).status()).isEqualTo(JobStatus.PENDING);
    assertThat(world.job(id).attempts()).isZero();
    assertThat(world.job(id).recoveries()).isZero();
    assertThat(world.queue.depth().waiting()).isOne();
  }
}
