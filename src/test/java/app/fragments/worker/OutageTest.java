package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.generator.GeneratorException;
import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An outage or a lost reply at each step of a run.
@Timeout(20)
class OutageTest {
  private final WorkerFixture world = new WorkerFixture();
  private final FaultTrap trap = new FaultTrap();

  static Stream<String> steps() {
    return Stream.of(
        "JobStore.startProcessing",
        "JobStore.find",
        "EntryStore.findAll",
        "JobStore.storeRawAnswer",
        "JobStore.complete",
        "ReportStore.save",
        "JobStore.markReportsSaved",
        "JobQueue.delete");
  }

  @ParameterizedTest
  @MethodSource("steps")
  @Fault(7)
  void an_outage_at_any_step_costs_neither_the_job_nor_a_response(String step) {
    trap.unavailableAt(step, 2);
    runToCompletion();
  }

  @ParameterizedTest
  @MethodSource("steps")
  @Fault(8)
  void a_lost_reply_at_any_step_costs_neither_the_job_nor_a_response(String step) {
    trap.replyLostAt(step, 1);
    runToCompletion();
  }

  @Test
  @Fault(7)
  void a_report_is_saved_by_the_same_run_once_the_store_is_available() {
    trap.unavailableAt("ReportStore.save", 2);
    JobId id = world.submit();

    world.worker(trap.wrap(world.stores)).runOne();

    assertThat(world.report(id)).isPresent();
  }

  private void runToCompletion() {
    JobId id = world.submit();

    world.worker(trap.wrap(world.stores)).runOne();
    new Reconciler(world.stores, WorkerFixture.RETENTION).reconcile();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).attempts()).isZero();
    assertThat(world.report(id)).isPresent();
    assertThat(world.generator.requests).hasSize(1);
    assertThat(world.queue.contains(id)).isFalse();
  }

  @Test
  @Fault({8, 32})
  void a_claim_whose_reply_was_lost_is_found_by_its_worker() {
    JobId id = world.submit();
    trap.replyLostAt("JobQueue.claim", 1);
    Thread thread = work();

    WorkerFixture.until(() -> world.job(id).status() == JobStatus.COMPLETED);
    assertThat(world.job(id).recoveries()).isZero();
    assertThat(world.job(id).attempts()).isZero();
    assertThat(world.job(id).fencingToken()).isOne();
    thread.interrupt();
  }

  @Test
  void a_claim_whose_worker_died_counts_as_a_recovery_and_not_as_an_attempt() {
    JobId id = world.submit();
    world.queue.claim(ClaimRequest.of("dead")).orElseThrow();
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).recoveries()).isOne();
    assertThat(world.job(id).attempts()).isZero();
  }

  @Test
  @Fault(7)
  void the_loop_survives_a_complete_outage() {
    JobId id = world.submit();
    trap.unavailableAt("*", 4);
    Thread thread = work();

    WorkerFixture.until(() -> world.job(id).status() == JobStatus.COMPLETED);
    thread.interrupt();
  }

  @Test
  @Fault(32)
  void a_failed_attempt_counts_even_if_the_record_was_not_written() {
    JobId id = world.submit(2);
    world.generator.script =
        (_, _, _) -> {
          throw new GeneratorException(app.fragments.job.FailureKind.NETWORK, "for the test", null);
        };
    SimulatedCrash.of(world).at("JobStore.release").runOne();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.PROCESSING);
    world.clock.advance(Backoff.JOB_CAP);

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.FAILED);
    assertThat(world.job(id).attempts()).isEqualTo(2);
    assertThat(world.job(id).recoveries()).isZero();
  }

  private Thread work() {
    Worker worker = world.worker(trap.wrap(world.stores));
    return Thread.ofPlatform().daemon().start(worker::run);
  }
}
