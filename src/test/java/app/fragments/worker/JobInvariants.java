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
  private static final Duration SURELY_KEPT = JobQueue.LEASE.minusSeconds(2);
  private static final Duration LARGEST_CLOCK_ERROR = Duration.ofHours(2);

  private final StoreFixture fixture;
  private final int perUser;
  private final int tries;
  private final Map<JobId, Long> highestFence = new HashMap<>();
  private final Map<JobId, Long> recordedFence = new HashMap<>();
  private final Map<JobId, Job> ended = new HashMap<>();
  private final Map<JobId, Duration> endedAt = new HashMap<>();
  private final Map<JobId, Long> acceptedFence = new HashMap<>();
  private final Map<JobId, Held> held = new HashMap<>();
  private Duration passed = Duration.ZERO;
  private int refused;

  /// @param keptAt when it was last renewed
  private record Held(Lease lease, String user, Duration keptAt) {}

  JobInvariants(StoreFixture fixture, int perUser, int tries) {
    this.fixture = fixture;
    this.perUser = perUser;
    this.tries = tries;
  }

  void watch(FaultTrap trap) {
    trap.set("JobQueue.claim", call -> claimed((Optional<?>) call.proceed()));
    trap.set("JobQueue.heartbeat", this::beating);
    trap.set("JobQueue.release", this::lettingGo);
    trap.set("JobQueue.delete", this::lettingGo);
    trap.set("JobStore.complete", this::completing);
  }

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  /// How many results were refused.
  int refused() {
    return refused;
  }

  private Optional<?> claimed(Optional<?> lease) {
    lease.map(Lease.class::cast).ifPresent(this::claimed);
    return lease;
  }

  private void claimed(Lease won) {
    Long before = highestFence.put(won.jobId(), won.fencingToken());
    assertThat(won.fencingToken()).as("fence").isGreaterThan(before == null ? 0 : before);
    String user = fixture.stores().jobs().find(won.jobId()).map(Job::userId).orElse("nobody");
    held.put(won.jobId(), new Held(won, user, passed));
    assertThat(held.values().stream().filter(one -> one.user().equals(user)).filter(this::isKept))
        .as("running jobs of %s", user)
        .hasSizeLessThanOrEqualTo(perUser);
  }

  private boolean isKept(Held one) {
    return passed.minus(one.keptAt()).compareTo(SURELY_KEPT) < 0;
  }

  private Object beating(FaultTrap.Call call) throws Throwable {
    Lease lease = (Lease) call.arguments()[0];
    Object kept = call.proceed();
    if (kept.equals(true)) {
      assertThat(lease.fencingToken()).as("kept").isEqualTo(highestFence.get(lease.jobId()));
      held.computeIfPresent(lease.jobId(), (_, one) -> new Held(lease, one.user(), passed));
    }
    return kept;
  }

  private Object lettingGo(FaultTrap.Call call) throws Throwable {
    Object done = call.proceed();
    if (call.arguments()[0] instanceof JobId id) {
      held.remove(id);
    } else if (Boolean.TRUE.equals(done)) {
      Lease lease = (Lease) call.arguments()[0];
      assertThat(lease.fencingToken()).as("let go").isEqualTo(highestFence.get(lease.jobId()));
      held.remove(lease.jobId());
    }
    return done;
  }

  /// Only the last run that started may have its result accepted.
  private Object completing(FaultTrap.Call call) throws Throwable {
    Lease lease = (Lease) call.arguments()[0];
    Optional<Long> started = fixture.stores().jobs().find(lease.jobId()).map(Job::fencingToken);
    Optional<?> accepted = (Optional<?>) call.proceed();
    if (accepted.isPresent()) {
      assertThat(started).contains(lease.fencingToken());
      Long earlier = acceptedFence.put(lease.jobId(), lease.fencingToken());
      assertThat(earlier == null || earlier == lease.fencingToken()).as("one result").isTrue();
    } else {
      refused++;
    }
    return accepted;
  }

  /// Checks what must hold at any time.
  ///
  /// @param jobs all jobs
  void check(List<Job> jobs) {
    Map<JobId, Job> there = new HashMap<>();
    jobs.forEach(job -> there.put(job.id(), job));
    ended.forEach((id, before) -> checkEnded(before, there.get(id)));
    for (Job job : jobs) {
      if (job.status().isTerminal() && ended.putIfAbsent(job.id(), job) == null) {
        endedAt.put(job.id(), passed);
      }
      Long fencingToken = recordedFence.put(job.id(), job.fencingToken());
      assertThat(job.fencingToken())
          .as("the record's fence")
          .isGreaterThanOrEqualTo(fencingToken == null ? 0 : fencingToken);
      assertThat(job.attempts()).isBetween(0, tries);
      if (job.status() == JobStatus.COMPLETED) {
        assertThat(acceptedFence).as("accepted").containsEntry(job.id(), job.fencingToken());
      }
    }
    assertThat(
            jobs.stream().filter(job -> !job.status().isTerminal()).map(JobInvariants::activeKey))
        .as("live jobs over the same")
        .doesNotHaveDuplicates();
  }

  private void checkEnded(Job before, Job now) {
    if (now == null) {
      Duration kept = WorkerFixture.RETENTION.byStatus().get(before.status());
      assertThat(passed.minus(endedAt.get(before.id())).plus(LARGEST_CLOCK_ERROR))
          .as("deleted after")
          .isGreaterThan(kept);
      assertThat(before.status() != JobStatus.COMPLETED || isReportKept(before))
          .as("the report of a deleted job is kept")
          .isTrue();
    } else {
      assertThat(now.status()).as("a job that had ended").isEqualTo(before.status());
      assertThat(now.result()).isEqualTo(before.result());
      assertThat(now.failure()).isEqualTo(before.failure());
      assertThat(now.fencingToken()).isEqualTo(before.fencingToken());
    }
  }

  private boolean isReportKept(Job job) {
    return fixture
        .stores()
        .reports()
        .find(job.userId(), new ReportId(job.id().value()))
        .isPresent();
  }

  /// Whether the job ended, even if its record was deleted since.
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
