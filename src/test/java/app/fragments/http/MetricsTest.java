package app.fragments.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.RunSummary;
import app.fragments.job.RunSummary.Result;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics();

  private void run(
      Result result, @Nullable FailureKind failure, long waited, long ran, int recoveries) {
    metrics.runFinished(
        new RunSummary(
            JobId.create(),
            "worker",
            1,
            result,
            failure,
            Duration.ofMillis(waited),
            Duration.ofMillis(ran),
            failure == null ? 0 : 1,
            recoveries));
  }

  private List<String> lines() {
    PrometheusText text = new PrometheusText();
    metrics.writeRuns(text);
    return text.toString().lines().toList();
  }

  @Test
  void before_the_first_run_every_result_is_zero() {
    for (Result result : Result.values()) {
      assertThat(lines())
          .contains("fragments_runs_total{kind=\"\",result=\"%s\"} 0".formatted(result.wire()));
    }
  }

  @Test
  void runs_are_counted_by_result_and_failure_kind() {
    run(Result.COMPLETED, null, 0, 0, 0);
    run(Result.FAILED, FailureKind.AUTH, 0, 0, 0);
    run(Result.RETRIED, FailureKind.NETWORK, 0, 0, 0);
    run(Result.RETRIED, FailureKind.NETWORK, 0, 0, 1);
    run(Result.REFUSED, null, 0, 0, 2);

    assertThat(lines())
        .contains(
            "fragments_runs_total{kind=\"\",result=\"completed\"} 1",
            "fragments_runs_total{kind=\"AUTH\",result=\"failed\"} 1",
            "fragments_runs_total{kind=\"NETWORK\",result=\"retried\"} 2",
            "fragments_rescued_runs_total 2",
            "fragments_stale_writes_refused_total 1");
  }

  @Test
  void waits_and_runs_are_in_cumulative_buckets_of_seconds() {
    run(Result.COMPLETED, null, 40, 1_500, 0);
    run(Result.COMPLETED, null, 50, 700_000, 0);

    assertThat(lines())
        .contains(
            "fragments_job_wait_seconds_bucket{le=\"0.01\"} 0",
            "fragments_job_wait_seconds_bucket{le=\"0.05\"} 2",
            "fragments_job_wait_seconds_bucket{le=\"+Inf\"} 2",
            "fragments_job_wait_seconds_sum 0.09",
            "fragments_job_run_seconds_bucket{le=\"1\"} 0",
            "fragments_job_run_seconds_bucket{le=\"2\"} 1",
            "fragments_job_run_seconds_bucket{le=\"200\"} 1",
            "fragments_job_run_seconds_bucket{le=\"+Inf\"} 2",
            "fragments_job_run_seconds_sum 701.5",
            "fragments_job_run_seconds_count 2");
  }

  @Test
  void a_stuck_run_is_counted_and_forwarded() {
    JobId job = JobId.create();
    metrics.stuck(job);
    assertThat(lines()).contains("fragments_stuck_runs_total 1");
  }

  @Test
  void every_sample_is_unique_and_belongs_to_a_metric_with_help_and_type() {
    run(Result.FAILED, FailureKind.AUTH, 0, 0, 0);
    Set<String> typed = new HashSet<>();
    Set<String> samples = new HashSet<>();
    for (String line : lines()) {
      if (line.startsWith("# TYPE ")) {
        assertThat(typed.add(line.split(" ")[2])).as(line).isTrue();
      } else if (!line.startsWith("# HELP ")) {
        String series = line.substring(0, line.lastIndexOf(' '));
        assertThat(samples.add(series)).as(line).isTrue();
        String name = series.replaceAll("\\{.*", "");
        assertThat(typed).contains(name.replaceAll("_(bucket|sum|count)$", ""));
      }
    }
    assertThat(samples).hasSizeGreaterThan(30);
  }

  @Test
  void labels_are_escaped() {
    PrometheusText text = new PrometheusText();
    text.sample("name", Map.of("b", "a\"b\\c\nd", "a", "x"), 0.25);
    assertThat(text).hasToString("name{a=\"x\",b=\"a\\\"b\\\\c\\nd\"} 0.25\n");
  }
}
