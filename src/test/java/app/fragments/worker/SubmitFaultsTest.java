package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.faults.Fault;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobService;
import app.fragments.job.JobStatus;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The listed faults that affect a job before or after its run.
@Timeout(20)
class SubmitFaultsTest {
  private final WorkerFixture world = new WorkerFixture();

  @ParameterizedTest
  @ValueSource(strings = {"JobStore.insert", "JobQueue.enqueue"})
  @Fault(7)
  void fault_07_a_submit_during_an_outage_fails_and_works_the_next_time(String step) {
    WorkerStores stores = new FaultTrap().unavailableAt(step, 1).wrap(world.stores);
    JobService service = new JobService(stores.jobs(), stores.queue(), world.clock, 1);
    Selection selection = Selection.of(List.of(world.write("Shipped").id()));

    assertThatThrownBy(() -> submit(service, selection))
        .isInstanceOf(StoreUnavailableException.class);
    JobId id = submit(service, selection);

    assertThat(world.worker().runOne()).isTrue();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.jobs.list(WorkerFixture.USER, Set.of(), 10)).hasSize(1);
  }

  @Test
  @Fault(8)
  void fault_08_an_enqueue_whose_reply_was_lost_creates_one_job() {
    WorkerStores stores = new FaultTrap().replyLostAt("JobQueue.enqueue", 1).wrap(world.stores);
    JobService service = new JobService(stores.jobs(), stores.queue(), world.clock, 1);
    Selection selection = Selection.of(List.of(world.write("Shipped").id()));

    assertThatThrownBy(() -> submit(service, selection))
        .isInstanceOf(StoreUnavailableException.class);
    submit(service, selection);
    while (world.worker().runOne()) {}

    assertThat(world.generator.requests).hasSize(1);
  }

  @Test
  @Fault(19)
  void fault_19_a_job_of_the_old_user_name_ends_and_stays_with_that_name() {
    JobId id = world.submit();
    String newName = "ada.lovelace";
    JobService restarted = world.service(1);
    assertThat(restarted.status(newName, id)).isEmpty();
    assertThat(restarted.cancel(newName, id)).isFalse();

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.report(id)).isPresent();
    assertThat(world.reports.list(newName, 10)).isEmpty();
    assertThat(restarted.status(WorkerFixture.USER, id)).as("under the old name again").isPresent();
  }

  @Test
  @Fault(19)
  void fault_19_the_new_user_name_does_not_weave_the_old_ones_entries() {
    EntryId old = world.write("private").id();
    JobId id =
        world
            .service(1)
            .submit(
                "ada.lovelace",
                Selection.of(List.of(old)),
                ReportTemplate.WEEKLY_PROGRESS,
                JobOptions.DEFAULT)
            .jobId();

    world.worker().runOne();

    assertThat(world.job(id).failure().kind()).isEqualTo(FailureKind.ENTRIES_MISSING);
    assertThat(world.generator.requests).isEmpty();
  }

  @Test
  @Fault({25, 32})
  void fault_25_a_submit_that_meets_an_unqueued_job_returns_it_and_queues_it() {
    Selection selection = Selection.of(List.of(world.write("Shipped").id()));
    JobId orphan = submit(world.service(1), selection);
    world.queue.delete(orphan);

    assertThat(submit(world.service(1), selection)).isEqualTo(orphan);

    assertThat(world.worker().runOne()).isTrue();
    assertThat(world.job(orphan).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  @Fault(30)
  void fault_30_a_job_that_retention_deletes_between_two_polls_is_unknown() {
    JobId id = world.submit();
    JobService service = world.service(1);
    service.cancel(WorkerFixture.USER, id);
    assertThat(service.status(WorkerFixture.USER, id)).isPresent();
    world.clock.advance(Duration.ofDays(31));

    new Reconciler(world.stores, WorkerFixture.RETENTION).reconcile();

    assertThat(service.status(WorkerFixture.USER, id)).isEmpty();
    assertThat(service.cancel(WorkerFixture.USER, id)).isFalse();
    assertThat(service.retry(WorkerFixture.USER, id, null)).isEmpty();
  }

  @Test
  @Fault(30)
  void fault_30_retention_never_deletes_a_completed_job_whose_report_is_unsaved() {
    JobId id = world.submit();
    SimulatedCrash.of(world).at("ReportStore.save").runOne();
    world.clock.advance(Duration.ofDays(400));
    assertThat(world.jobs.deleteEnded(JobStatus.COMPLETED, Duration.ofDays(90), 10)).isZero();

    new Reconciler(world.stores, WorkerFixture.RETENTION).reconcile();

    assertThat(world.report(id)).isPresent();
    assertThat(world.jobs.find(id)).as("deleted once its report is saved").isEmpty();
  }

  private static JobId submit(JobService service, Selection selection) {
    return service
        .submit(WorkerFixture.USER, selection, ReportTemplate.WEEKLY_PROGRESS, JobOptions.DEFAULT)
        .jobId();
  }
}
