package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.generator.GeneratorException;
import app.fragments.job.ClaimRequest;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.journal.Entry;
import app.fragments.journal.PictureId;
import app.fragments.report.Report.ReportSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private final WorkerFixture world = new WorkerFixture();

  @Test
  void a_submitted_job_becomes_a_saved_report() {
    JobId id = world.submit();

    assertThat(world.worker().runOne()).isTrue();

    Job job = world.job(id);
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(job.result().markdown()).contains("Shipped the importer [F1]");
    assertThat(job.attempts()).isZero();
    assertThat(world.queue.contains(id)).isFalse();
    assertThat(world.report(id).orElseThrow().title()).isEqualTo("Weekly Progress Report");
    assertThat(world.jobs.completedWithoutSavedReport(null, 10)).isEmpty();
  }

  @Test
  void an_empty_queue_runs_nothing() {
    assertThat(world.worker().runOne()).isFalse();
  }

  @Test
  void one_job_runs_and_the_others_stay_queued() {
    JobId first = world.submit();
    JobId second = world.submit();

    assertThat(world.worker().runJob(second)).isTrue();

    assertThat(world.job(first).status()).isEqualTo(JobStatus.PENDING);
    assertThat(world.job(second).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.worker().runJob(second)).isFalse();
  }

  @Test
  @Fault(18)
  void fragments_are_in_selection_order_without_trashed_ones() {
    Entry first = world.write("first");
    Entry second = world.write("second");
    Entry third = world.write("third");
    JobId id = world.submit(1, List.of(third, second, first));
    world.entries.trash(WorkerFixture.USER, List.of(second.id()));

    world.worker().runOne();

    assertThat(world.generator.requests.getFirst().entries())
        .extracting(Entry::text)
        .containsExactly("third", "first");
    assertThat(world.job(id).result().sources())
        .extracting(ReportSource::entryId)
        .containsExactly(third.id(), first.id());
  }

  @Test
  void a_generator_gets_the_descriptions_of_pictures_only() {
    Entry entry =
        world.write(
            PictureId.of(new byte[1]).markdown("ice on the river")
                + "\nand ![a dot](data:image/png;base64,iVBORw0KGgo=).");
    JobId id = world.submit(1, List.of(entry));

    world.worker().runOne();

    assertThat(world.generator.requests.getFirst().entries())
        .extracting(Entry::text)
        .containsExactly("ice on the river\nand a dot.");
    assertThat(world.job(id).result().sources())
        .extracting(ReportSource::digest)
        .containsExactly(entry.contentDigest());
  }

  @Test
  @Fault(18)
  void a_job_whose_entries_are_all_gone_fails_and_is_not_retried() {
    Entry only = world.write("only");
    JobId id = world.submit(5, List.of(only));
    world.entries.trash(WorkerFixture.USER, List.of(only.id()));
    world.entries.purge(WorkerFixture.USER, List.of(only.id()));

    world.worker().runOne();

    assertFailed(id, FailureKind.ENTRIES_MISSING);
    assertThat(world.generator.requests).isEmpty();
  }

  @Test
  @Fault(12)
  void a_failed_attempt_is_retried_after_a_delay() {
    JobId id = world.submit(2);
    world.generator.script =
        (_, _, _) -> {
          throw new GeneratorException(
              FailureKind.QUOTA, "Too many requests", Duration.ofSeconds(90), null);
        };

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.PENDING);
    assertThat(world.job(id).attempts()).isOne();
    world.clock.advance(Duration.ofSeconds(89));
    assertThat(world.worker().runOne()).as("before the requested delay has passed").isFalse();
    world.clock.advance(Duration.ofSeconds(1));
    world.generator.script = (request, _, _) -> ScriptedGenerator.report(request);
    assertThat(world.worker().runOne()).isTrue();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void the_last_failed_attempt_fails_the_job() {
    JobId id = world.submit(2);
    failWith(FailureKind.NETWORK);

    world.worker().runOne();
    world.clock.advance(Backoff.JOB_CAP);
    world.worker().runOne();

    assertFailed(id, FailureKind.NETWORK);
    assertThat(world.job(id).attempts()).isEqualTo(2);
  }

  @Test
  @Fault(17)
  void a_refused_key_is_not_retried() {
    JobId id = world.submit(5);
    failWith(FailureKind.AUTH);

    world.worker().runOne();

    assertFailed(id, FailureKind.AUTH);
    assertThat(world.generator.requests).hasSize(1);
  }

  @Test
  @Fault(16)
  void an_empty_response_is_a_failure() {
    JobId id = world.submit();
    world.generator.script = (_, _, _) -> new RawAnswer(" \n ", "scripted", null);

    world.worker().runOne();

    assertFailed(id, FailureKind.EMPTY);
  }

  @Test
  @Fault(22)
  void an_error_in_the_generator_fails_the_job_and_not_the_worker() {
    Worker worker = world.worker();
    JobId id = world.submit();
    world.generator.script =
        (_, _, _) -> {
          throw new OutOfMemoryError("for the test");
        };
    worker.runOne();
    assertFailed(id, FailureKind.INTERNAL);
    assertThat(world.job(id).failure().message()).doesNotContain("for the test");

    world.generator.script = (request, _, _) -> ScriptedGenerator.report(request);
    JobId next = world.submit();
    worker.runOne();
    assertThat(world.job(next).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  @Fault(23)
  void an_unreadable_record_fails_and_the_next_job_runs() {
    JobId bad = world.submit(3);
    JobId good = world.submit();
    world.jobs.poison(bad);
    Worker worker = world.worker();

    worker.runOne();
    worker.runOne();

    assertThat(world.queue.contains(bad)).isFalse();
    assertThat(world.jobs.liveOlderThan(Duration.ofSeconds(-1), null, 10)).isEmpty();
    assertThat(world.job(good).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  @Fault(24)
  void a_response_too_large_to_store_is_a_storage_failure() {
    JobId id = world.submit();
    FaultTrap trap = new FaultTrap().refusedAt("JobStore.complete", 1);

    world.worker(trap.wrap(world.stores)).runOne();

    assertFailed(id, FailureKind.STORAGE);
  }

  @Test
  @Fault(1)
  void a_response_stored_by_an_earlier_run_is_reused() {
    JobId id = world.submit();
    crashAt("JobStore.complete");
    assertThat(world.job(id).rawAnswer()).isNotNull();
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(id).recoveries()).isOne();
    assertThat(world.job(id).attempts()).isZero();
    assertThat(world.generator.requests).hasSize(1);
  }

  @Test
  @Fault(18)
  void a_stored_response_is_discarded_if_its_fragments_changed() {
    JobId id = world.submit();
    crashAt("JobStore.complete");
    Entry first = world.entries.find(WorkerFixture.USER, idOfFirst(id)).orElseThrow();
    world.entries.save(first.withText("", "Unshipped the importer"));
    world.clock.advance(JobQueue.LEASE.plusSeconds(1));

    world.worker().runOne();

    assertThat(world.job(id).result().markdown()).contains("Unshipped the importer");
    assertThat(world.generator.requests).hasSize(2);
  }

  @Test
  @Fault({1, 32})
  void a_job_that_kills_its_workers_fails_after_three_recoveries() {
    JobId id = world.submit();
    for (int run = 1; run <= 4; run++) {
      crashAt("EntryStore.findAll");
      assertThat(world.job(id).status()).isEqualTo(JobStatus.PROCESSING);
      world.clock.advance(JobQueue.LEASE.plusSeconds(1));
    }

    world.worker().runOne();

    assertFailed(id, FailureKind.WORKER_LOST);
    assertThat(world.generator.requests).isEmpty();
  }

  @Test
  @Fault(6)
  void a_queue_item_without_a_live_record_is_removed() {
    JobId id = world.submit();
    world.jobs.cancel(id);

    assertThat(world.worker().runOne()).isTrue();

    assertThat(world.queue.contains(id)).isFalse();
    assertThat(world.generator.requests).isEmpty();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  @Fault(3)
  void a_result_after_the_lease_was_lost_is_discarded() {
    JobId id = world.submit();
    FaultTrap trap =
        new FaultTrap()
            .before(
                "JobStore.complete",
                () -> {
                  world.clock.advance(JobQueue.LEASE.plusSeconds(1));
                  Lease other = world.queue.claim(ClaimRequest.of("other")).orElseThrow();
                  world.jobs.startProcessing(other);
                });

    world.worker(trap.wrap(world.stores)).runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(world.job(id).worker()).isEqualTo("other");
    assertThat(world.queue.contains(id)).isTrue();
    assertThat(world.report(id)).isEmpty();
  }

  @Test
  @Fault(6)
  void a_cancel_before_completion_wins() {
    JobId id = world.submit();
    FaultTrap trap =
        new FaultTrap()
            .before("JobStore.complete", () -> world.service(1).cancel(WorkerFixture.USER, id));

    world.worker(trap.wrap(world.stores)).runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(world.report(id)).isEmpty();
    assertThat(world.queue.contains(id)).isFalse();
  }

  @Test
  void a_listener_that_throws_does_no_harm() {
    world.listener =
        new JobListener() {
          @Override
          public void started(JobId job) {
            throw new IllegalStateException("for the test");
          }

          @Override
          public void progress(JobId job, Progress progress) {
            throw new IllegalStateException("for the test");
          }

          @Override
          public void ended(JobId job) {
            throw new IllegalStateException("for the test");
          }
        };
    JobId id = world.submit();

    world.worker().runOne();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void a_listener_is_told_about_each_step_of_a_run() {
    List<String> events = new CopyOnWriteArrayList<>();
    world.listener =
        new JobListener() {
          @Override
          public void started(JobId job) {
            events.add("started");
          }

          @Override
          public void progress(JobId job, Progress progress) {
            events.add(progress.stage().wire());
          }

          @Override
          public void preview(JobId job, String markdownSoFar) {
            events.add("preview " + markdownSoFar);
          }

          @Override
          public void ended(JobId job) {
            events.add("ended " + world.job(job).status().wire());
          }
        };
    world.generator.script =
        (request, listener, _) -> {
          listener.preview("# Week");
          return ScriptedGenerator.report(request);
        };
    world.submit();

    world.worker().runOne();

    assertThat(events)
        .containsExactly(
            "started", "reading", "thinking", "preview # Week", "checking", "ended completed");
  }

  @Test
  @Fault(29)
  void a_worker_name_may_be_reused() {
    List<String> owners = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      JobId id = world.submit();
      world.worker().runOne();
      owners.add(world.job(id).worker());
    }
    assertThat(owners).doesNotHaveDuplicates().allMatch(owner -> owner.startsWith("worker/"));
  }

  private app.fragments.journal.EntryId idOfFirst(JobId id) {
    return world.job(id).selection().entryIds().getFirst();
  }

  private void failWith(FailureKind kind) {
    world.generator.script =
        (_, _, _) -> {
          throw new GeneratorException(kind, "for the test", null);
        };
  }

  private void crashAt(String method) {
    SimulatedCrash.of(world).at(method).runOne();
  }

  private void assertFailed(JobId id, FailureKind kind) {
    Job job = world.job(id);
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.failure().kind()).isEqualTo(kind);
    assertThat(world.queue.contains(id)).isFalse();
  }
}
