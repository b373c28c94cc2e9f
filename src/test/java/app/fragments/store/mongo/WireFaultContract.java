package app.fragments.store.mongo;

import static app.fragments.store.mongo.WireFaultFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.store.StoreUnavailableException;
import app.fragments.store.mongo.fault.FaultRule;
import app.fragments.store.mongo.fault.InjectedFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Breaks the network between worker and store at each step of the job protocol, with a real driver
/// and a real server. In every case the job ends once, and the generator is not paid twice.
@Timeout(60)
abstract class WireFaultContract {
  private WireFaultFixture world;

  abstract TestStores store();

  @BeforeEach
  void put_a_proxy_in_front_of_the_store() throws IOException {
    world = new WireFaultFixture(store());
  }

  @AfterEach
  void close() throws InterruptedException {
    world.close();
  }

  private static Stream<Arguments> eachFaultAt(JobStep... steps) {
    return Arrays.stream(steps)
        .flatMap(step -> Arrays.stream(WireFault.values()).map(fault -> Arguments.of(step, fault)));
  }

  static Stream<Arguments> faultsOfSubmit() {
    return eachFaultAt(JobStep.INSERT_RECORD, JobStep.ENQUEUE);
  }

  @ParameterizedTest
  @MethodSource("faultsOfSubmit")
  void an_unacknowledged_submission_can_be_repeated_and_creates_one_job(
      JobStep step, WireFault fault) {
    FaultRule rule = world.proxy.at(step, fault.fault());

    JobId id = submitUntilAcknowledged();

    assertThat(rule.hasFired()).isTrue();
    assertThat(world.isQueued(id)).isTrue();
    world.work();
    world.untilEnded(id);
    world.assertOutcome(id, JobStatus.COMPLETED, 1);
  }

  @ParameterizedTest
  @EnumSource
  void a_claim_is_repeated_or_its_lease_is_found(WireFault fault) {
    JobId id = world.submit();
    FaultRule rule = world.proxy.at(JobStep.CLAIM, fault.fault());
    world.work();

    world.untilEnded(id);

    assertThat(rule.hasFired()).isTrue();
    world.assertOutcome(id, JobStatus.COMPLETED, 1);
    assertThat(world.job(id).attempts()).isZero();
    assertThat(world.job(id).recoveries()).isZero();
  }

  static Stream<Arguments> faultsOfRun() {
    return eachFaultAt(
        JobStep.START,
        JobStep.READ_ENTRIES,
        JobStep.STORE_ANSWER,
        JobStep.COMPLETE,
        JobStep.SAVE_REPORT,
        JobStep.MARK_SAVED,
        JobStep.DEQUEUE);
  }

  @ParameterizedTest
  @MethodSource("faultsOfRun")
  void a_fault_during_a_run_loses_neither_the_job_nor_a_response(JobStep step, WireFault fault) {
    world.work();
    world.untilIdle();
    FaultRule rule = world.proxy.at(step, fault.fault());
    JobId id = world.submit();

    world.untilEnded(id);

    until(rule::hasFired); // reports are marked as saved after the run
    world.assertOutcome(id, JobStatus.COMPLETED, 1);
    assertThat(world.job(id).attempts()).isZero();
    assertThat(world.job(id).recoveries()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void a_lease_survives_a_failed_heartbeat(WireFault fault) {
    JobId id = world.submit();
    FaultRule heartbeats = world.proxy.at(JobStep.HEARTBEAT, fault.fault());
    world.script =
        (_, _) -> {
          until(() -> heartbeats.seen() > 4);
          return WireFaultFixture.ANSWER;
        };

    world.work();
    world.untilEnded(id);

    world.assertOutcome(id, JobStatus.COMPLETED, 1);
    assertThat(world.job(id).fencingToken()).isOne();
  }

  static Stream<Arguments> faultsOfFailing() {
    return eachFaultAt(JobStep.FAIL, JobStep.DEQUEUE);
  }

  @ParameterizedTest
  @MethodSource("faultsOfFailing")
  void a_permanent_failure_ends_the_job_as_failed(JobStep step, WireFault fault) {
    JobId id = world.submit();
    FaultRule rule = world.proxy.at(step, fault.fault());
    world.script =
        (_, _) -> {
          throw new GeneratorException(FailureKind.AUTH, "Wrong key", null);
        };

    world.work();
    world.untilEnded(id);

    assertThat(rule.hasFired()).isTrue();
    world.assertOutcome(id, JobStatus.FAILED, 1);
    assertThat(world.job(id).attempts()).isOne();
  }

  static Stream<Arguments> faultsOfRelease() {
    return eachFaultAt(JobStep.RELEASE_LEASE, JobStep.RELEASE_RECORD);
  }

  @ParameterizedTest
  @MethodSource("faultsOfRelease")
  void a_failed_attempt_is_counted_once_and_the_job_is_retried(JobStep step, WireFault fault) {
    JobId id = world.submitWithTwoAttempts();
    FaultRule rule = world.proxy.at(step, fault.fault());
    world.script =
        (call, _) -> {
          if (call == 1) {
            throw new GeneratorException(FailureKind.NETWORK, "for the test", null);
          }
          return WireFaultFixture.ANSWER;
        };

    world.work();
    world.untilEnded(id);

    assertThat(rule.hasFired()).isTrue();
    world.assertOutcome(id, JobStatus.COMPLETED, 2);
    assertThat(world.job(id).attempts()).isOne();
    assertThat(world.job(id).recoveries()).isZero();
  }

  static Stream<Arguments> faultsOfReconciliation() {
    return eachFaultAt(
        JobStep.READ_RECORD, JobStep.FIND_QUEUED, JobStep.ENQUEUE, JobStep.LIST_QUEUE);
  }

  @ParameterizedTest
  @MethodSource("faultsOfReconciliation")
  void an_interrupted_reconciliation_is_repeated(JobStep step, WireFault fault) {
    JobId id = world.submit();
    world.loseFromQueue(id);
    FaultRule rule = world.proxy.at(step, fault.fault());

    reconcileUntilDone();

    assertThat(rule.hasFired()).isTrue();
    assertThat(world.isQueued(id)).isTrue();
    world.work();
    world.untilEnded(id);
    world.assertOutcome(id, JobStatus.COMPLETED, 1);
  }

  @ParameterizedTest
  @EnumSource
  void the_reconciler_removes_ended_jobs_from_the_queue(WireFault fault) {
    JobId id = world.submit();
    world.endButLeaveInQueue(id);
    FaultRule rule = world.proxy.at(JobStep.DEQUEUE, fault.fault());

    reconcileUntilDone();

    assertThat(rule.hasFired()).isTrue();
    assertThat(world.isQueued(id)).isFalse();
    world.assertOutcome(id, JobStatus.CANCELLED, 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLAIM", "STORE_ANSWER", "COMPLETE"})
  void a_slow_store_only_costs_time(JobStep step) {
    world.work();
    world.untilIdle();
    FaultRule rule = world.proxy.at(step, new InjectedFault.Delay(Duration.ofSeconds(2)));
    JobId id = world.submit();

    world.untilEnded(id);

    assertThat(rule.hasFired()).isTrue();
    world.assertOutcome(id, JobStatus.COMPLETED, 1);
    assertThat(world.job(id).fencingToken()).isOne();
  }

  @Test
  void an_idle_worker_resumes_after_an_outage() {
    world.work();
    world.untilIdle();
    world.proxy.goDown();
    JobId id = world.submit();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.PENDING);

    world.proxy.comeBack();

    world.untilEnded(id);
    world.assertOutcome(id, JobStatus.COMPLETED, 1);
  }

  @Tag("torture")
  @Timeout(180)
  @ParameterizedTest
  @EnumSource(names = {"INSERT_RECORD", "CLAIM", "HEARTBEAT", "COMPLETE"})
  void an_outage_of_a_minute_loses_no_job(JobStep step) {
    FaultRule rule = world.proxy.at(step, new InjectedFault.Outage(Duration.ofMinutes(1)));
    world.script =
        (call, cancellation) -> {
          if (step == JobStep.HEARTBEAT && call == 1) {
            until(cancellation::isCancelled); // the lease expires during the outage
            throw new GeneratorException(FailureKind.NETWORK, "The call was cancelled", null);
          }
          return WireFaultFixture.ANSWER;
        };

    JobId id = submitUntilAcknowledged();
    world.work();
    world.untilEnded(id);

    assertThat(rule.hasFired()).isTrue();
    world.assertOutcome(id, JobStatus.COMPLETED, step == JobStep.HEARTBEAT ? 2 : 1);
    assertThat(world.job(id).attempts()).isZero();
    assertThat(world.job(id).recoveries()).isZero();
  }

  /// Repeats the submit, as a user would.
  private JobId submitUntilAcknowledged() {
    while (true) {
      try {
        return world.submit(world.service);
      } catch (StoreUnavailableException e) {
        assertThat(e).hasMessageContaining("cannot be reached");
      }
    }
  }

  private void reconcileUntilDone() {
    while (true) {
      try {
        world.reconciler.reconcile();
        return;
      } catch (StoreUnavailableException e) {
        assertThat(e).hasMessageContaining("cannot be reached");
      }
    }
  }
}
