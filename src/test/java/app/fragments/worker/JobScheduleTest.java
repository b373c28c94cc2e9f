package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.job.Job;
import app.fragments.job.JobOptions;
import app.fragments.job.JobSchedule;
import app.fragments.job.Priority;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobScheduleTest {
  private final WorkerFixture world = new WorkerFixture();

  private Job submitted(JobSchedule schedule) {
    return world.job(
        world
            .service(1)
            .submit(
                WorkerFixture.USER,
                Selection.of(List.of(world.write("Shipped").id())),
                ReportTemplate.WEEKLY_PROGRESS,
                JobOptions.DEFAULT,
                schedule)
            .jobId());
  }

  @Test
  void a_job_without_delay_has_no_start_time() {
    assertThat(submitted(JobSchedule.NOW).notBefore()).isNull();
    assertThat(world.worker().runOne()).isTrue();
  }

  @Test
  void a_delayed_job_waits_by_the_stores_clock() {
    Job job = submitted(new JobSchedule(Priority.HIGH, Duration.ofHours(8)));
    assertThat(job.notBefore()).isEqualTo(world.clock.now().plus(Duration.ofHours(8)));
    assertThat(world.worker().runOne()).isFalse();
    world.clock.advance(Duration.ofHours(8));
    assertThat(world.worker().runOne()).isTrue();
  }

  @Test
  void an_urgent_job_runs_before_jobs_that_have_waited_longer() {
    Job normal = submitted(JobSchedule.NOW);
    Job urgent = submitted(new JobSchedule(Priority.HIGH, Duration.ZERO));
    world.worker().runOne();
    assertThat(world.job(urgent.id()).status().isTerminal()).isTrue();
    assertThat(world.job(normal.id()).status().isTerminal()).isFalse();
  }

  @Test
  void a_delay_is_neither_negative_nor_longer_than_a_year() {
    for (Duration delay :
        List.of(Duration.ofSeconds(-1), JobSchedule.LONGEST_DELAY.plusSeconds(1))) {
      assertThatThrownBy(() -> new JobSchedule(Priority.NORMAL, delay))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
