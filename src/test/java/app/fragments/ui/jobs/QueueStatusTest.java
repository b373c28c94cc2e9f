package app.fragments.ui.jobs;

import static app.fragments.ui.jobs.TestJob.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.settings.JobSettings;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.StoreHealth.State;
import app.fragments.ui.jobs.QueueStatus.Others;
import app.fragments.ui.jobs.QueueStatus.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueStatusTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Workers TWO_FREE = new Workers(2, 2, 0);
  private static final Workers TWO_BUSY = new Workers(2, 2, 2);

  private final Job job = new TestJob().build();
  private final List<Job> jobs = new ArrayList<>(List.of(job));
  private StoreHealth.State store = State.READY;
  private Workers mine = TWO_FREE;
  private @Nullable Others others = others(1);
  private int perUser = JobSettings.NO_LIMIT;
  private Instant now = SUBMITTED.plusSeconds(60);

  @Test
  void there_is_no_reason_in_the_first_ten_seconds() {
    mine = TWO_BUSY;

    assertThat(reason(job, LONG.minusMillis(1))).isEqualTo(new WaitReason.None());
    assertThat(reason(job, LONG)).isInstanceOf(WaitReason.AllBusy.class);
  }

  @ParameterizedTest
  @EnumSource(value = JobStatus.class, names = "PENDING", mode = EnumSource.Mode.EXCLUDE)
  void a_job_that_is_not_pending_has_no_wait_reason(JobStatus status) {
    assertThat(reason(new TestJob().status(status).build())).isEqualTo(new WaitReason.None());
  }

  @Test
  void an_unreachable_store_is_the_reason_at_once() {
    store = State.UNREACHABLE;
    assertThat(reason(job, Duration.ZERO)).isEqualTo(new WaitReason.StoreUnreachable());
    store = State.REFUSED;
    assertThat(reason(job, Duration.ZERO)).isEqualTo(new WaitReason.StoreUnreachable());
    store = State.OPENING;
    assertThat(reason(job, Duration.ZERO)).isEqualTo(new WaitReason.StoreOpening());
  }

  @Test
  void a_delayed_job_waits_for_its_time_by_the_stores_clock() {
    Job later = new TestJob().notBefore(SUBMITTED.plusSeconds(90)).build();

    assertThat(reason(later, Duration.ZERO))
        .isEqualTo(new WaitReason.Delayed(SUBMITTED.plusSeconds(90)));
    now = SUBMITTED.plusSeconds(90);
    assertThat(reason(later, Duration.ZERO)).isEqualTo(new WaitReason.None());
  }

  @Test
  void there_is_no_reason_while_the_other_processes_are_unknown() {
    mine = TWO_BUSY;
    others = null;

    assertThat(reason(job)).isEqualTo(new WaitReason.None());
  }

  @Test
  void no_workers_anywhere_is_a_reason() {
    mine = new Workers(0, 0, 0);

    assertThat(reason(job)).isEqualTo(new WaitReason.NoWorkers());
  }

  @Test
  void there_is_no_reason_while_this_windows_workers_are_starting() {
    mine = new Workers(2, 0, 0);

    assertThat(reason(job)).isEqualTo(new WaitReason.Starting());
  }

  @Test
  void all_workers_are_busy_only_if_the_others_are_too() {
    mine = TWO_BUSY;
    others = others(1, registered(4, 4));
    assertThat(reason(job)).isEqualTo(new WaitReason.AllBusy(6, 1));

    others = others(1, registered(4, 3));
    assertThat(reason(job)).isEqualTo(new WaitReason.NotTaken(1));
  }

  @Test
  void the_place_in_the_queue_is_the_order_of_claiming() {
    mine = TWO_BUSY;
    Job older = new TestJob().id("older").createdAt(SUBMITTED.minusSeconds(5)).build();
    Job urgent = new TestJob().id("urgent").priority(Priority.HIGH).build();
    Job later = new TestJob().id("later").notBefore(now.plusSeconds(9)).build();
    jobs.addAll(List.of(older, urgent, later));
    others = others(3);

    assertThat(reason(urgent)).isEqualTo(new WaitReason.AllBusy(2, 1));
    assertThat(reason(older)).isEqualTo(new WaitReason.AllBusy(2, 2));
    assertThat(reason(job)).isEqualTo(new WaitReason.AllBusy(2, 3));
  }

  @Test
  void the_place_is_unknown_if_other_users_jobs_are_waiting() {
    mine = TWO_BUSY;
    others = others(5);

    assertThat(reason(job)).isEqualTo(new WaitReason.AllBusy(2, 0));
  }

  @Test
  void the_user_limit_is_the_reason_if_workers_are_free() {
    perUser = 1;
    assertThat(reason(job)).isEqualTo(new WaitReason.NotTaken(2));

    jobs.add(new TestJob().id("running").status(JobStatus.PROCESSING).build());
    assertThat(reason(job)).isEqualTo(new WaitReason.UserLimit(1));
  }

  @Test
  void a_retried_job_says_so_at_once_and_during_its_delay() {
    Job failedOnce = new TestJob().attempts(1).build();
    assertThat(reason(failedOnce, Duration.ZERO)).isEqualTo(new WaitReason.Retrying(1));

    others = new Others(List.of(), "laptop", new QueueDepth(0, 1, 0, 0, Duration.ZERO));
    assertThat(reason(failedOnce)).isEqualTo(new WaitReason.Retrying(1));

    others = others(1);
    assertThat(reason(failedOnce)).isEqualTo(new WaitReason.NotTaken(2));
  }

  private WaitReason reason(Job job) {
    return reason(job, LONG);
  }

  private WaitReason reason(Job job, Duration untaken) {
    return new QueueStatus(store, mine, others, jobs, perUser, now).reason(job, untaken);
  }

  private static Others others(int waiting, RegisteredWorker... others) {
    return new Others(List.of(others), "laptop", new QueueDepth(waiting, 0, 0, 0, Duration.ZERO));
  }

  private static RegisteredWorker registered(int workers, int busy) {
    return new RegisteredWorker(
        "w", RegisteredWorker.Kind.WORK, "build-host", 42, workers, busy, SUBMITTED, SUBMITTED);
  }
}
