package app.fragments.job;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.Period;
import app.fragments.report.Report.ReportSource;
import app.fragments.store.mongo.RequiresAbility;
import app.fragments.store.mongo.ServerAbility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests that every job store must pass, about a record's life from submit to end.
abstract class RecordContract {
  protected static final String USER = "ada";
  protected static final Selection SELECTION = Selection.of(List.of(EntryId.create()));
  protected static final JobResult DONE =
      new JobResult(
          "# Report",
          new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 7)),
          "digest",
          new TokenUsage(10, 20, 30),
          new CheckResult(
              List.of(new Flag(FlagKind.NAME, "Bob", 4, 2, null)), SELECTION.entryIds()),
          List.of(new ReportSource(SELECTION.entryIds().getFirst(), 2, "d")));
  protected static final Failure FAILURE = new Failure(FailureKind.NETWORK, "No answer");

  protected JobStore jobs;

  /// The store under test, empty.
  protected abstract JobStore jobs();

  /// The same store after this time has passed.
  protected abstract JobStore jobsAfter(Duration time);

  /// The store's time.
  protected abstract Instant now();

  @BeforeEach
  void open_the_store() {
    jobs = jobs();
  }

  protected static NewJob job(Selection selection) {
    return new NewJob(
        JobId.create(),
        USER,
        selection,
        "weekly-progress",
        new JobOptions("digest"),
        Priority.NORMAL,
        null,
        3,
        null);
  }

  private static NewJob job() {
    return job(Selection.of(List.of(EntryId.create(), EntryId.create())));
  }

  protected JobId inserted() {
    return jobs.insert(job()).jobId();
  }

  protected Job read(JobId id) {
    return jobs.find(id).orElseThrow();
  }

  protected static Lease lease(JobId id, long fencingToken) {
    return new Lease(id, fencingToken, "worker-" + fencingToken, 0, 0, Duration.ZERO);
  }

  protected Lease processing() {
    Lease lease = lease(inserted(), 1);
    assertThat(jobs.startProcessing(lease)).isPresent();
    return lease;
  }

  @Test
  void a_new_job_is_pending_and_has_the_submitted_values() {
    NewJob submitted =
        new NewJob(
            JobId.create(),
            USER,
            SELECTION,
            "weekly-progress",
            JobOptions.DEFAULT,
            Priority.NORMAL,
            null,
            2,
            JobId.create());
    Instant before = now();
    assertThat(jobs.insert(submitted))
        .isEqualTo(new Submission(submitted.id(), JobStatus.PENDING, true));
    Job job = read(submitted.id());
    assertThat(job.createdAt()).isBetween(before.minusSeconds(1), before.plusSeconds(10));
    assertThat(job)
        .isEqualTo(
            new Job(
                submitted.id(),
                USER,
                SELECTION,
                "weekly-progress",
                JobOptions.DEFAULT,
                Priority.NORMAL,
                null,
                JobStatus.PENDING,
                0,
                0,
                2,
                0,
                Progress.waiting(1),
                null,
                null,
                null,
                submitted.retryOf(),
                null,
                job.createdAt(),
                null,
                null,
                job.updatedAt()));
  }

  @Test
  void submitting_the_same_job_again_returns_the_live_one() {
    NewJob first = job(SELECTION);
    jobs.insert(first);
    assertThat(jobs.insert(job(SELECTION)))
        .isEqualTo(new Submission(first.id(), JobStatus.PENDING, false));
    jobs.startProcessing(lease(first.id(), 1));
    assertThat(jobs.insert(job(SELECTION)).status()).isEqualTo(JobStatus.PROCESSING);
    jobs.cancel(first.id());
    assertThat(jobs.insert(job(SELECTION)).created()).isTrue();
  }

  @Test
  @Fault(8)
  void an_insert_whose_reply_was_lost_can_be_repeated() {
    NewJob job = job();
    jobs.insert(job);
    assertThat(jobs.insert(job)).isEqualTo(new Submission(job.id(), JobStatus.PENDING, true));
    assertThat(jobs.list(USER, Set.of(), 10)).hasSize(1);
  }

  @Test
  @Fault(25)
  void concurrent_identical_submits_create_one_job() throws Exception {
    Set<JobId> answers = new HashSet<>();
    int created = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Submission>> submits = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        submits.add(() -> jobs.insert(job(SELECTION)));
      }
      for (Future<Submission> submit : threads.invokeAll(submits)) {
        answers.add(submit.get().jobId());
        created += submit.get().created() ? 1 : 0;
      }
    }
    assertThat(answers).hasSize(1);
    assertThat(created).isEqualTo(1);
  }

  @Test
  void a_run_starts_only_with_the_highest_fencing_token() {
    JobId id = inserted();
    assertThat(jobs.startProcessing(new Lease(id, 5, "a", 0, 2, Duration.ZERO))).isPresent();
    Job started = read(id);
    assertThat(started.status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(started.fencingToken()).isEqualTo(5);
    assertThat(started.recoveries()).isEqualTo(2);
    assertThat(started.worker()).isEqualTo("a");
    assertThat(started.startedAt()).isNotNull();
    assertThat(jobs.startProcessing(lease(id, 4))).isEmpty();
    assertThat(jobs.startProcessing(new Lease(id, 6, "b", 1, 3, Duration.ZERO))).isPresent();
    assertThat(read(id).attempts()).isEqualTo(1);
    assertThat(read(id).startedAt()).isEqualTo(started.startedAt());
  }

  @Test
  @Fault(8)
  void a_start_whose_reply_was_lost_can_be_repeated() {
    Lease lease = processing();
    assertThat(jobs.startProcessing(lease)).isPresent();
  }

  @Test
  void a_completed_job_has_its_report() {
    Lease lease = processing();
    RawAnswer raw = new RawAnswer("raw", "model", new TokenUsage(1, 2, 3), DONE.sources());
    assertThat(jobs.updateProgress(lease, new Progress(1, 2, Stage.WRITING))).isTrue();
    assertThat(jobs.storeRawAnswer(lease, raw)).isTrue();
    assertThat(read(lease.jobId()).rawAnswer()).isEqualTo(raw);
    assertThat(read(lease.jobId()).progress()).isEqualTo(new Progress(1, 2, Stage.WRITING));
    assertThat(jobs.complete(lease, DONE)).isPresent();
    Job done = read(lease.jobId());
    assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(done.result()).isEqualTo(DONE);
    assertThat(done.rawAnswer()).isNull();
    assertThat(done.completedAt()).isNotNull();
    assertThat(jobs.complete(lease, DONE)).as("repeated after a lost reply").isPresent();
  }

  @Test
  void a_failed_job_has_its_failure() {
    Lease lease = processing();
    assertThat(jobs.fail(lease, FAILURE, 1)).isTrue();
    Job failed = read(lease.jobId());
    assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
    assertThat(failed.failure()).isEqualTo(FAILURE);
    assertThat(failed.attempts()).isEqualTo(1);
    assertThat(jobs.fail(lease, FAILURE, 1)).isTrue();
  }

  @Test
  void a_released_job_is_pending_again_and_keeps_its_raw_answer() {
    Lease lease = processing();
    jobs.updateProgress(lease, new Progress(2, 2, Stage.CHECKING));
    jobs.storeRawAnswer(lease, new RawAnswer("raw", "m", null));
    assertThat(jobs.release(lease, 1, Duration.ZERO)).isTrue();
    Job waiting = read(lease.jobId());
    assertThat(waiting.status()).isEqualTo(JobStatus.PENDING);
    assertThat(waiting.progress()).isEqualTo(Progress.waiting(2));
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(waiting.rawAnswer()).isEqualTo(new RawAnswer("raw", "m", null));
    assertThat(jobs.updateProgress(lease, Progress.waiting(2))).isFalse();
  }

  @Test
  @RequiresAbility(ServerAbility.SET_DATES)
  void a_job_released_with_a_delay_has_its_next_start_time() {
    Lease lease = processing();
    Instant before = now();
    assertThat(jobs.release(lease, 1, Duration.ofMinutes(5))).isTrue();
    assertThat(read(lease.jobId()).notBefore())
        .isBetween(before.plusSeconds(299), before.plusSeconds(330));
    Lease next = lease(lease.jobId(), lease.fencingToken() + 1);
    jobs.startProcessing(next);
    jobs.release(next, 1, Duration.ZERO);
    assertThat(read(lease.jobId()).notBefore()).isNull();
  }

  @Test
  @Fault({3, 102})
  void writes_with_a_lost_lease_are_refused() {
    Lease lost = processing();
    Lease now = lease(lost.jobId(), 2);
    jobs.startProcessing(now);
    Job before = read(lost.jobId());
    assertThat(jobs.updateProgress(lost, Progress.waiting(2))).isFalse();
    assertThat(jobs.storeRawAnswer(lost, new RawAnswer("x", "m", null))).isFalse();
    assertThat(jobs.complete(lost, DONE)).isEmpty();
    assertThat(jobs.fail(lost, FAILURE, 1)).isFalse();
    assertThat(jobs.release(lost, 1, Duration.ZERO)).isFalse();
    assertThat(read(lost.jobId())).isEqualTo(before);
    assertThat(jobs.complete(now, DONE)).isPresent();
    assertThat(jobs.complete(lost, DONE)).isEmpty();
  }

  @Test
  void a_terminal_status_never_changes() {
    Lease done = processing();
    jobs.complete(done, DONE);
    Lease failed = processing();
    jobs.fail(failed, FAILURE, 1);
    JobId cancelled = inserted();
    assertThat(jobs.cancel(cancelled)).isTrue();
    for (JobId id : List.of(done.jobId(), failed.jobId(), cancelled)) {
      Job before = read(id);
      Lease later = lease(id, 9);
      assertThat(jobs.startProcessing(later)).isEmpty();
      assertThat(jobs.cancel(id)).isFalse();
      assertThat(jobs.fail(later, FAILURE, 1)).isFalse();
      assertThat(jobs.complete(later, DONE)).isEmpty();
      assertThat(read(id)).isEqualTo(before);
    }
  }

  @Test
  @Fault(6)
  void a_running_job_can_be_cancelled_and_its_worker_cannot_write_any_more() {
    Lease lease = processing();
    assertThat(jobs.cancel(lease.jobId())).isTrue();
    assertThat(jobs.updateProgress(lease, Progress.waiting(2))).isFalse();
    assertThat(jobs.complete(lease, DONE)).isEmpty();
    assertThat(read(lease.jobId()).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(jobs.cancel(JobId.create())).isFalse();
  }

  @Test
  void jobs_are_listed_newest_first_and_filtered_by_status() {
    JobId first = inserted();
    Lease second = processing();
    jobs.complete(second, DONE);
    JobId third = inserted();
    assertThat(jobs.list(USER, Set.of(), 10))
        .extracting(Job::id)
        .containsExactlyInAnyOrder(first, second.jobId(), third);
    assertThat(jobs.list(USER, Set.of(), 10))
        .isSortedAccordingTo((a, b) -> b.createdAt().compareTo(a.createdAt()));
    assertThat(jobs.list(USER, Set.of(JobStatus.PENDING), 10))
        .extracting(Job::id)
        .containsExactlyInAnyOrder(first, third);
    assertThat(jobs.list(USER, Set.of(), 2)).hasSize(2);
    assertThat(jobs.list("eve", Set.of(), 10)).isEmpty();
  }

  private static List<JobId> sorted(JobId one, JobId other) {
    return one.value().compareTo(other.value()) < 0 ? List.of(one, other) : List.of(other, one);
  }

  @Test
  void live_jobs_not_updated_for_a_while_are_found() {
    JobId waiting = inserted();
    Lease running = processing();
    Lease done = processing();
    jobs.complete(done, DONE);
    JobStore later = jobsAfter(Duration.ofSeconds(100));
    Duration age = Duration.ofSeconds(90);
    List<JobId> all = sorted(waiting, running.jobId());
    assertThat(later.liveOlderThan(age, null, 10)).isEqualTo(all);
    assertThat(later.liveOlderThan(age, null, 1)).containsExactly(all.get(0));
    assertThat(later.liveOlderThan(age, all.get(0), 1)).containsExactly(all.get(1));
    assertThat(later.liveOlderThan(age, all.get(1), 1)).isEmpty();
    assertThat(later.liveOlderThan(Duration.ofHours(1), null, 10)).isEmpty();
  }

  @Test
  void completed_jobs_without_a_saved_report_are_found() {
    Lease one = processing();
    Lease two = processing();
    jobs.complete(one, DONE);
    jobs.complete(two, DONE);
    List<JobId> both = sorted(one.jobId(), two.jobId());
    assertThat(jobs.completedWithoutSavedReport(null, 10)).isEqualTo(both);
    assertThat(jobs.completedWithoutSavedReport(both.get(0), 10)).containsExactly(both.get(1));
    jobs.markReportsSaved(List.of(one.jobId()));
    jobs.markReportsSaved(List.of(one.jobId()));
    assertThat(jobs.completedWithoutSavedReport(null, 10)).containsExactly(two.jobId());
    assertThat(read(one.jobId()).result()).isEqualTo(DONE);
  }
}
