package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.fragments.job.ClaimRequest;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobQueue;
import app.fragments.job.JobResult;
import app.fragments.job.JobService;
import app.fragments.job.JobStatus;
import app.fragments.job.JobStore;
import app.fragments.job.Lease;
import app.fragments.job.QueueItems;
import app.fragments.job.RawAnswer;
import app.fragments.job.Submission;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.ReportTemplate;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Makes the server fail the command of each step of the job protocol. The port hides the failure,
/// or throws [StoreUnavailableException] and works when called again. No job gets two leases or two
/// results, and no acknowledged job is lost.
@EnabledIfEnvironmentVariable(named = TestStores.URI_VARIABLE, matches = ".+")
class FailPointTest {
  /// After an error the driver considers the server lost until its next check, so checks must be
  /// frequent.
  @RegisterExtension
  static final TestStores STORES =
      TestStores.remote("serverMonitoringMode=poll&heartbeatFrequencyMS=500");

  private static final String USER = "ada";
  private static final Selection SELECTION = Selection.of(List.of(EntryId.create()));
  private static final Failure FAILURE = new Failure(FailureKind.NETWORK, "No answer");
  private static final JobResult FIRST = completion("# First");
  private static final JobResult SECOND = completion("# Second");

  /// What the server does instead of replying.
  enum Fault {
    CONNECTION_CLOSED_ONCE(1, true, new Document("closeConnection", true)),
    CONNECTION_CLOSED_TWICE(2, false, new Document("closeConnection", true)),
    NOT_PRIMARY_ONCE(1, true, new Document("errorCode", 10107)),
    SHUTTING_DOWN_TWICE(2, false, new Document("errorCode", 91)),
    WRITTEN_BUT_NOT_BY_THE_MAJORITY(1, false, writeConcernError(64)),
    DONE_AND_THE_DRIVER_ASKS_AGAIN(
        1, true, writeConcernError(91).append("errorLabels", List.of("RetryableWriteError")));

    private final int times;
    private final boolean hidden;
    private final Document data;

    /// @param hidden whether the driver's retry hides it
    Fault(int times, boolean hidden, Document data) {
      this.times = times;
      this.hidden = hidden;
      this.data = data;
    }

    private boolean isWrittenButThrows() {
      return this == WRITTEN_BUT_NOT_BY_THE_MAJORITY;
    }

    private static Document writeConcernError(int code) {
      Document error = new Document("code", code).append("errmsg", "set by a test");
      return new Document("writeConcernError", error);
    }
  }

  private static FailPoint failPoint;

  private JobStore jobs;
  private JobQueue queue;
  private JobService service;

  @BeforeAll
  static void test_the_fail_point() {
    failPoint = new FailPoint(System.getenv(TestStores.URI_VARIABLE));
    assumeTrue(
        failPoint.isAvailable(),
        "The server has no test commands: configureFailPoint did not make a ping fail");
  }

  @AfterAll
  static void close_the_fail_point() {
    failPoint.close();
  }

  @BeforeEach
  void open_the_store() {
    jobs = STORES.stores().jobs();
    queue = STORES.stores().queue();
    service = new JobService(jobs, queue, STORES.stores().clock(), 3);
  }

  private static JobResult completion(String report) {
    LocalDate day = LocalDate.of(2026, 2, 1);
    return new JobResult(
        report,
        new Period(day, day),
        "digest",
        null,
        CheckResult.NONE,
        List.of(new ReportSource(SELECTION.entryIds().getFirst(), 1, "d")));
  }

  /// Calls while the command fails, and again if the call throws.
  private static <T> T under(Fault fault, String command, Supplier<T> call) {
    failPoint.set(command, fault.times, fault.data);
    try {
      T answer = call.get();
      assertThat(fault.hidden).as("no exception, although the fault is not hidden").isTrue();
      return answer;
    } catch (StoreUnavailableException e) {
      assertThat(fault.hidden).as("the driver should have hidden the fault").isFalse();
    } finally {
      failPoint.off();
    }
    return call.get();
  }

  private Submission submit() {
    return service.submit(USER, SELECTION, ReportTemplate.WEEKLY_PROGRESS, JobOptions.DEFAULT);
  }

  private Lease claimed() {
    submit();
    return queue.claim(ClaimRequest.of("a")).orElseThrow();
  }

  private Lease running() {
    Lease lease = claimed();
    assertThat(jobs.startProcessing(lease)).isPresent();
    return lease;
  }

  private Job read(Lease lease) {
    return jobs.find(lease.jobId()).orElseThrow();
  }

  private static JobQueue queueAfterLeaseExpiry() {
    return STORES.queueAfter(JobQueue.LEASE.plusSeconds(1));
  }

  @ParameterizedTest
  @EnumSource
  void a_submission_creates_one_claimable_job(Fault fault) {
    JobId id = under(fault, "update", this::submit).jobId();
    assertThat(jobs.list(USER, Set.of(), 10)).extracting(Job::id).containsExactly(id);
    assertThat(queue.list(null, 10)).containsExactly(id);
    assertThat(queue.claim(ClaimRequest.of("a")).map(Lease::jobId)).contains(id);
    assertThat(queue.claim(ClaimRequest.of("b"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_job_is_queued_once(Fault fault) {
    JobId id = JobId.create();
    under(
        fault,
        "update",
        () -> {
          queue.enqueue(QueueItems.fresh(id));
          return id;
        });
    assertThat(queue.list(null, 10)).containsExactly(id);
    assertThat(queue.claim(ClaimRequest.of("a")).map(Lease::fencingToken)).contains(1L);
  }

  @ParameterizedTest
  @EnumSource
  void a_claim_gives_one_lease_or_the_job_is_recovered(Fault fault) {
    JobId id = submit().jobId();
    Optional<Lease> answer = under(fault, "findAndModify", () -> queue.claim(ClaimRequest.of("a")));
    Lease held = answer.or(() -> queueAfterLeaseExpiry().claim(ClaimRequest.of("b"))).orElseThrow();
    assertThat(held.jobId()).isEqualTo(id);
    assertThat(held.fencingToken()).isEqualTo(answer.isPresent() ? 1 : 2);
    assertThat(queue.claim(ClaimRequest.of("c"))).isEmpty();
    assertThat(queue.heartbeat(held)).isTrue();
    assertThat(queue.heartbeat(new Lease(id, 1, "a", 0, 0, Duration.ZERO)))
        .isEqualTo(answer.isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void a_recovery_gives_one_lease(Fault fault) {
    Lease lost = running();
    JobQueue later = queueAfterLeaseExpiry();
    Optional<Lease> answer = under(fault, "findAndModify", () -> later.claim(ClaimRequest.of("b")));
    Lease held =
        answer
            .or(() -> STORES.queueAfter(JobQueue.LEASE.multipliedBy(3)).claim(ClaimRequest.of("c")))
            .orElseThrow();
    assertThat(held.fencingToken()).isGreaterThan(lost.fencingToken());
    assertThat(queue.heartbeat(lost)).isFalse();
    assertThat(queue.heartbeat(held)).isTrue();
    assertThat(queue.claim(ClaimRequest.of("d"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_heartbeat_confirms_the_lease(Fault fault) {
    Lease lease = running();
    assertThat(under(fault, "update", () -> queue.heartbeat(lease))).isTrue();
    assertThat(queue.claim(ClaimRequest.of("b"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_run_starts(Fault fault) {
    Lease lease = claimed();
    assertThat(under(fault, "findAndModify", () -> jobs.startProcessing(lease).isPresent()))
        .isTrue();
    assertThat(read(lease).status()).isEqualTo(JobStatus.PROCESSING);
    assertThat(read(lease).fencingToken()).isEqualTo(lease.fencingToken());
    assertThat(read(lease).startedAt()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void a_raw_answer_is_stored(Fault fault) {
    Lease lease = running();
    RawAnswer raw = new RawAnswer("raw", "model", null);
    assertThat(under(fault, "update", () -> jobs.storeRawAnswer(lease, raw))).isTrue();
    assertThat(read(lease).rawAnswer()).isEqualTo(raw);
  }

  @ParameterizedTest
  @EnumSource
  void a_job_completes_with_one_result(Fault fault) {
    Lease lost = running();
    Lease lease = queueAfterLeaseExpiry().claim(ClaimRequest.of("b")).orElseThrow();
    assertThat(jobs.startProcessing(lease)).isPresent();
    assertThat(under(fault, "findAndModify", () -> jobs.complete(lease, FIRST).isPresent()))
        .isTrue();
    assertThat(jobs.complete(lost, SECOND)).isEmpty();
    assertThat(jobs.fail(lost, FAILURE, 1)).isFalse();
    assertThat(read(lease).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(read(lease).result()).isEqualTo(FIRST);
  }

  @ParameterizedTest
  @EnumSource
  void the_result_of_a_lost_lease_is_refused(Fault fault) {
    Lease lost = running();
    Lease lease = queueAfterLeaseExpiry().claim(ClaimRequest.of("b")).orElseThrow();
    assertThat(jobs.startProcessing(lease)).isPresent();
    assertThat(under(fault, "findAndModify", () -> jobs.complete(lost, SECOND).isPresent()))
        .isFalse();
    assertThat(jobs.complete(lease, FIRST)).isPresent();
    assertThat(read(lease).result()).isEqualTo(FIRST);
  }

  @ParameterizedTest
  @EnumSource
  void a_job_fails_once(Fault fault) {
    Lease lease = running();
    assertThat(under(fault, "update", () -> jobs.fail(lease, FAILURE, 1))).isTrue();
    assertThat(read(lease).failure()).isEqualTo(FAILURE);
    assertThat(read(lease).attempts()).isEqualTo(1);
    assertThat(submit().created()).as("the selection can be submitted again").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_record_is_released(Fault fault) {
    Lease lease = running();
    assertThat(under(fault, "update", () -> jobs.release(lease, 1, Duration.ZERO))).isTrue();
    assertThat(read(lease).status()).isEqualTo(JobStatus.PENDING);
    assertThat(read(lease).attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_lease_is_released(Fault fault) {
    Lease lease = running();
    boolean again = under(fault, "update", () -> queue.release(lease, 1, Duration.ZERO));
    assertThat(again).as("the second release succeeds").isNotEqualTo(fault.isWrittenButThrows());
    assertThat(queue.heartbeat(lease)).isFalse();
    Lease next = queue.claim(ClaimRequest.of("b")).orElseThrow();
    assertThat(next.jobId()).isEqualTo(lease.jobId());
    assertThat(next.fencingToken()).isEqualTo(2);
    assertThat(next.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_job_leaves_the_queue(Fault fault) {
    Lease lease = running();
    under(
        fault,
        "delete",
        () -> {
          queue.delete(lease);
          return lease;
        });
    assertThat(queue.contains(lease.jobId())).isFalse();
    assertThat(queueAfterLeaseExpiry().claim(ClaimRequest.of("b"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_NONE,
      names = {"WRITTEN.*", "DONE.*"})
  void a_record_is_read(Fault fault) {
    Lease lease = running();
    Optional<Job> found = under(fault, "find", () -> jobs.find(lease.jobId()));
    assertThat(found.map(Job::status)).contains(JobStatus.PROCESSING);
  }
}
