package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.faults.Fault;
import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobService;
import app.fragments.job.JobStatus;
import app.fragments.job.Submission;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JobServiceTest {
  private final WorkerFixture world = new WorkerFixture();
  private final JobService service = world.service(1);
  private final Selection selection = Selection.of(List.of(world.write("Shipped").id()));

  @Test
  void a_submit_is_stored_pending_and_queued() {
    Submission submission = submit(service);

    assertThat(submission.created()).isTrue();
    assertThat(submission.status()).isEqualTo(JobStatus.PENDING);
    assertThat(world.queue.contains(submission.jobId())).isTrue();
  }

  @Test
  @Fault(25)
  void concurrent_identical_submits_create_one_job() throws Exception {
    List<JobId> answers = new ArrayList<>();
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Submission>> submits = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        submits.add(
            many.submit(
                () -> {
                  start.await();
                  return submit(service);
                }));
      }
      start.countDown();
      for (Future<Submission> submit : submits) {
        answers.add(submit.get().jobId());
      }
    }
    assertThat(Set.copyOf(answers)).hasSize(1);
    assertThat(world.jobs.list(WorkerFixture.USER, Set.of(), 10)).hasSize(1);
  }

  @Test
  void an_ended_job_may_be_submitted_again() {
    JobId first = submit(service).jobId();
    world.worker().runOne();

    assertThat(submit(service).jobId()).isNotEqualTo(first);
  }

  @Test
  @Fault(8)
  void a_submit_whose_reply_was_lost_returns_its_job_the_next_time() {
    FaultTrap trap = new FaultTrap().replyLostAt("JobStore.insert", 1);
    WorkerStores stores = trap.wrap(world.stores);
    JobService unlucky = new JobService(stores.jobs(), stores.queue(), world.clock, 1);

    assertThatThrownBy(() -> submit(unlucky)).isInstanceOf(StoreUnavailableException.class);
    Submission again = submit(unlucky);

    assertThat(again.created()).isFalse();
    assertThat(world.queue.contains(again.jobId())).isTrue();
    assertThat(world.jobs.list(WorkerFixture.USER, Set.of(), 10)).hasSize(1);
  }

  @Test
  void a_cancelled_job_is_removed_from_the_queue() {
    JobId id = submit(service).jobId();

    assertThat(service.cancel(WorkerFixture.USER, id)).isTrue();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.queue.contains(id)).isFalse();
    assertThat(service.cancel(WorkerFixture.USER, id)).isFalse();
  }

  @Test
  void a_cancel_counts_even_if_the_queue_cannot_be_written() {
    JobId id = submit(service).jobId();
    WorkerStores stores = new FaultTrap().unavailableAt("JobQueue.delete", 1).wrap(world.stores);

    assertThat(
            new JobService(stores.jobs(), stores.queue(), world.clock, 1)
                .cancel(WorkerFixture.USER, id))
        .isTrue();

    world.worker().runOne();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.queue.contains(id)).isFalse();
  }

  @Test
  void a_completed_job_cannot_be_cancelled() {
    JobId id = submit(service).jobId();
    world.worker().runOne();

    assertThat(service.cancel(WorkerFixture.USER, id)).isFalse();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void jobs_of_other_users_are_not_found() {
    JobId id = submit(service).jobId();

    assertThat(service.status("eve", id)).isEmpty();
    assertThat(service.cancel("eve", id)).isFalse();
    assertThat(service.retry("eve", id, null)).isEmpty();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.PENDING);
  }

  @Test
  void a_retry_is_a_new_job_that_refers_to_the_old_one() {
    JobId failed = submit(service).jobId();
    world.generator.script =
        (_, _, _) -> {
          throw new GeneratorException(FailureKind.NETWORK, "for the test", null);
        };
    world.worker().runOne();

    Submission retry =
        service.retry(WorkerFixture.USER, failed, new JobOptions("digest")).orElseThrow();

    assertThat(world.job(retry.jobId()).retryOf()).isEqualTo(failed);
    assertThat(world.job(retry.jobId()).options().generator()).isEqualTo("digest");
    assertThat(world.job(failed).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void a_running_job_is_not_retried() {
    JobId id = submit(service).jobId();
    assertThat(service.retry(WorkerFixture.USER, id, null)).isEmpty();
  }

  private Submission submit(JobService to) {
    return to.submit(
        WorkerFixture.USER, selection, ReportTemplate.WEEKLY_PROGRESS, JobOptions.DEFAULT);
  }
}
