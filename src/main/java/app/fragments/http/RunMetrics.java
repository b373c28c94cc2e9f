package app.fragments.http;

import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.RunSummary;
import app.fragments.job.RunSummary.Result;
import app.fragments.worker.JobListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Counts what became of the runs of this process's workers.
public final class RunMetrics implements JobListener {
  private static final String RUNS = "fragments_runs_total";

  private final Histogram wait =
      new Histogram(0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600);
  private final Histogram run = new Histogram(0.01, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 200);
  private final Map<Outcome, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final LongAdder rescued = new LongAdder();
  private final LongAdder stuck = new LongAdder();

  /// What a run came to, in labels.
  private record Outcome(Result result, @Nullable FailureKind failure) {
    Map<String, String> labels() {
      return Map.of("result", result.wire(), "kind", failure == null ? "" : failure.name());
    }
  }

  private final Consumer<JobId> onStuck;

  /// @param onStuck told of runs that do not end
  public RunMetrics(Consumer<JobId> onStuck) {
    this.onStuck = onStuck;
    for (Result result : Result.values()) {
      outcomes.put(new Outcome(result, null), new LongAdder());
    }
  }

  @Override
  public void summed(RunSummary summary) {
    wait.observe(summary.waited());
    run.observe(summary.ran());
    outcomes
        .computeIfAbsent(new Outcome(summary.result(), summary.failure()), _ -> new LongAdder())
        .increment();
    if (summary.recoveries() > 0) {
      rescued.increment();
    }
  }

  @Override
  public void stuck(JobId job) {
    stuck.increment();
    onStuck.accept(job);
  }

  void write(PrometheusText text) {
    wait.write(
        text, "fragments_job_wait_seconds", "How long jobs had been due when a run took them up.");
    run.write(text, "fragments_job_run_seconds", "How long runs took.");
    text.metric(RUNS, "counter", "Runs that ended, by result and by the kind of their failure.");
    outcomes.forEach((outcome, count) -> text.sample(RUNS, outcome.labels(), count.sum()));
    text.single(
        "fragments_rescued_runs_total",
        "counter",
        "Runs of jobs that a worker had vanished with before.",
        rescued.sum());
    text.single(
        "fragments_stale_writes_refused_total",
        "counter",
        "Runs whose result was thrown away: the job had ended or belonged to a later run.",
        refused());
    text.single(
        "fragments_stuck_runs_total",
        "counter",
        "Runs that did not end although their time was up.",
        stuck.sum());
  }

  private long refused() {
    return outcomes.entrySet().stream()
        .filter(outcome -> outcome.getKey().result() == Result.REFUSED)
        .mapToLong(outcome -> outcome.getValue().sum())
        .sum();
  }
}
