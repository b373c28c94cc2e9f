package app.fragments.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests that every job store must pass, including the in-memory one that other tests rely on.
public abstract class StoreContract extends RecordContract {
  private JobId ended(JobStatus status) {
    Lease lease = processing();
    switch (status) {
      case COMPLETED -> jobs.complete(lease, DONE);
      case FAILED -> jobs.fail(lease, FAILURE, 1);
      default -> jobs.cancel(lease.jobId());
    }
    return lease.jobId();
  }

  @Test
  void abandoning_a_live_record_frees_its_key() {
    NewJob first = job(SELECTION);
    jobs.insert(first);

    assertThat(jobs.abandon(first.id(), FAILURE)).isTrue();

    assertThat(read(first.id()).status()).isEqualTo(JobStatus.FAILED);
    assertThat(read(first.id()).failure()).isEqualTo(FAILURE);
    assertThat(jobs.insert(job(SELECTION)).created()).isTrue();
    assertThat(jobs.abandon(first.id(), FAILURE)).as("abandons an ended record").isFalse();
    assertThat(jobs.abandon(JobId.create(), FAILURE)).isFalse();
  }

  @Test
  void writes_to_an_abandoned_record_are_refused() {
    Lease lease = processing();
    jobs.abandon(lease.jobId(), FAILURE);
    assertThat(jobs.complete(lease, DONE)).isEmpty();
    assertThat(jobs.release(lease, 0, Duration.ZERO)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = JobStatus.class,
      names = {"FAILED", "CANCELLED"})
  void only_records_that_ended_long_ago_are_deleted(JobStatus status) {
    JobId old = ended(status);
    JobId live = inserted();
    JobStore later = jobsAfter(Duration.ofDays(31));

    assertThat(later.deleteEnded(status, Duration.ofDays(32), 10)).isZero();
    assertThat(later.deleteEnded(status, Duration.ofDays(30), 10)).isOne();

    assertThat(jobs.find(old)).isEmpty();
    assertThat(jobs.find(live)).isPresent();
  }

  @Test
  void a_completed_record_is_deleted_only_once_its_report_is_saved() {
    JobId saved = ended(JobStatus.COMPLETED);
    JobId unsaved = ended(JobStatus.COMPLETED);
    jobs.markReportsSaved(List.of(saved));
    JobStore later = jobsAfter(Duration.ofDays(91));

    assertThat(later.deleteEnded(JobStatus.COMPLETED, Duration.ofDays(90), 10)).isOne();

    assertThat(jobs.find(saved)).isEmpty();
    assertThat(jobs.find(unsaved)).isPresent();
  }

  @Test
  void old_records_are_deleted_in_bounded_batches_and_live_ones_never() {
    for (int i = 0; i < 5; i++) {
      ended(JobStatus.FAILED);
    }
    JobStore later = jobsAfter(Duration.ofDays(31));
    assertThat(later.deleteEnded(JobStatus.FAILED, Duration.ofDays(30), 3)).isEqualTo(3);
    assertThat(later.deleteEnded(JobStatus.FAILED, Duration.ofDays(30), 3)).isEqualTo(2);
    assertThat(later.deleteEnded(JobStatus.FAILED, Duration.ofDays(30), 3)).isZero();
    assertThatThrownBy(() -> later.deleteEnded(JobStatus.PENDING, Duration.ofDays(30), 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_job_keeps_its_priority_and_start_time() {
    Instant due = now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
    NewJob later =
        new NewJob(
            JobId.create(),
            USER,
            SELECTION,
            "weekly-progress",
            JobOptions.DEFAULT,
            Priority.HIGH,
            due,
            1,
            null);
    jobs.insert(later);

    assertThat(read(later.id()).priority()).isEqualTo(Priority.HIGH);
    assertThat(read(later.id()).notBefore()).isEqualTo(due);
    assertThat(QueueItem.of(read(later.id()))).isEqualTo(QueueItem.of(later));
  }
}
