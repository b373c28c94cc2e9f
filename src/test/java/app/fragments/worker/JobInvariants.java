package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.NewJob;
import app.fragments.report.ReportId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks the invariants of the job protocol during a [RandomHistory].
final class JobInvariants {
  private static final Duration CERTAINLY_HELD = JobQueue.LEASE.minusSeconds(2);
  private static final Duration MAX_CLOCK_ERROR = Duration.ofHours(2);

  private final StoreFixture fixture;
  private final int perUser;
  private final int tries;
  private final Map<JobId, Long> highestToken = new HashMap<>();
  private final Map<JobId, Long> recordedToken = new HashMap<>();
  private final Map<JobId, Job> ended = new HashMap<>();
  private final Map<JobId, Duration> endedAt = new HashMap<>();
  private final Map<JobId, Long> acceptedToken = new HashMap<>();
  private final Map<JobId, Held> held = new HashMap<>();
  private Duration passed = Duration.ZERO;
  private int refused;

  private record Held(Lease lease, String user, Duration renewedAt) {}

  JobInvariants(StoreFixture fixture, int perUser, int tries) {
    this.fixture = fixture;
    this.perUser = perUser;
    this.tries = tries;
  }

  void watch(FaultTrap trap) {
    trap.set("JobQueue.claim", call -> claimed((Optional<?>) call.proceed()));
    trap.set("JobQueue.heartbeat", this::heartbeat);
    trap.set("JobQueue.release", this::giveUp);
    trap.set("JobQueue.delete", this::giveUp);
    trap.set("JobStore.complete", this::complete);
  }

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  /// The number of refused results.
  int refused() {
    return refused;
  }

  private Optional<?> claimed(Optional<?> lease) {
    lease.map(Lease.class::cast).ifPresent(this::claimed);
    return lease;
  }

  private void claimed(Lease lease) {
    Long before = highestToken.put(lease.jobId(), lease.fencingToken());
    assertThat(lease.fencingToken()).as("fencing token").isGreaterThan(before == null ? 0 : before);
    String user = fixture.stores().jobs().find(lease.jobId()).map(Job::userId).orElse("nobody");
    held.put(lease.jobId(), new Held(lease, user, passed));
    assertThat(
            held.values().stream()
                .filter(one -> one.user().equals(user))
                .filter(this::isCertainlyHeld))
        .as("running jobs of %s", user)
        .hasSizeLessThanOrEqualTo(perUser);
  }

  private boolean isCertainlyHeld(Held one) {
    return passed.minus(one.renewedAt()).compareTo(CERTAINLY_HELD) < 0;
  }

  private Object heartbeat(FaultTrap.Call call) throws Throwable {
    Lease lease = (Lease) call.arguments()[0];
    Object renewed = call.proceed();
    if (renewed.equals(true)) {
      assertThat(lease.fencingToken()).as("renewed").isEqualTo(highestToken.get(lease.jobId()));
      held.computeIfPresent(lease.jobId(), (_, one) -> new Held(lease, one.user(), passed));
    }
    return renewed;
  }

  private Object giveUp(FaultTrap.Call call) throws Throwable {
    Object done = call.proceed();
    if (call.arguments()[0] instanceof JobId id) {
      held.remove(id);
    } else if (Boolean.TRUE.equals(done)) {
      Lease lease = (Lease) call.arguments()[0];
      assertThat(lease.fencingToken()).as("given up").isEqualTo(highestToken.get(lease.jobId()));
      held.remove(lease.jobId());
    }
    return done;
  }

  /// Only the result of the run that started last may be accepted.
  private Object complete(FaultTrap.Call call) throws Throwable {
    Lease lease = (Lease) call.arguments()[0];
    Optional<Long> started = fixture.stores().jobs().find(lease.jobId()).map(Job::fencingToken);
    Optional<?> accepted = (Optional<?>) call.proceed();
    if (accepted.isPresent()) {
      assertThat(started).contains(lease.fencingToken());
      Long earlier = acceptedToken.put(lease.jobId(), lease.fencingToken());
      assertThat(earlier == null || earlier == lease.fencingToken()).as("one result").isTrue();
    } else {
      refused++;
    }
    return accepted;
  }

  /// Checks what must hold at any time, given all jobs.
  void check(List<Job> jobs) {
    Map<JobId, Job> current = new HashMap<>();
    jobs.forEach(job -> current.put(job.id(), job));
    ended.forEach((id, before) -> checkEnded(before, current.get(id)));
    for (Job job : jobs) {
      if (job.status().isTerminal() && ended.putIfAbsent(job.id(), job) == null) {
        endedAt.put(job.id(), passed);
      }
      Long fencingToken = recordedToken.put(job.id(), job.fencingToken());
      assertThat(job.fencingToken())
          .as("the record's fencing token")
          .isGreaterThanOrEqualTo(fencingToken == null ? 0 : fencingToken);
      assertThat(job.attempts()).isBetween(0, tries);
      if (job.status() == JobStatus.COMPLETED) {
        assertThat(acceptedToken).as("accepted").containsEntry(job.id(), job.fencingToken());
      }
    }
    assertThat(
            jobs.stream().filter(job -> !job.status().isTerminal()).map(JobInvariants::activeKey))
        .as("active keys of live jobs")
        .doesNotHaveDuplicates();
  }

  private void checkEnded(Job before, Job now) {
    if (now == null) {
      Duration retention = WorkerFixture.RETENTION.byStatus().get(before.status());
      assertThat(passed.minus(endedAt.get(before.id())).plus(MAX_CLOCK_ERROR))
          .as("deleted after")
          .isGreaterThan(retention);
      assertThat(before.status() != JobStatus.COMPLETED || isReportSaved(before))
          .as("the report of a deleted job is saved")
          .isTrue();
    } else {
      assertThat(now.status()).as("the status of an ended job").isEqualTo(before.status());
      assertThat(now.result()).isEqualTo(before.result());
      assertThat(now.failure()).isEqualTo(before.failure());
      assertThat(now.fencingToken()).isEqualTo(before.fencingToken());
    }
  }

  private boolean isReportSaved(Job job) {
    return fixture
        .stores()
        .reports()
        .find(job.userId(), new ReportId(job.id().value()))
        .isPresent();
  }

  /// Whether the job has ended, even if its record has been deleted since.
  boolean hasEnded(JobId id) {
    return ended.containsKey(id);
  }

  private static String activeKey(Job job) {
    return new NewJob(
            job.id(),
            job.userId(),
            job.selection(),
            job.template(),
            job.options(),
            job.priority(),
            job.notBefore(),
            job.maxAttempts(),
            job.retryOf())
        .activeKey();
  }
}
