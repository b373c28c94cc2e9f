package app.fragments.http;

import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.RunSummary;
import app.fragments.job.RunSummary.Result;
import app.fragments.worker.JobListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Counts the runs of this process's workers. Thread-safe.
public final class RunMetrics implements JobListener {
  private static final String RUNS = "fragments_runs_total";

  private final Histogram waits =
      new Histogram(0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600);
  private final Histogram runs = new Histogram(0.01, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 200);
  private final Map<Map<String, String>, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private final LongAdder recovered = new LongAdder();
  private final LongAdder stuck = new LongAdder();

  public RunMetrics() {
    for (Result result : Result.values()) {
      outcomes.put(labels(result, null), new LongAdder());
    }
  }

  private static Map<String, String> labels(Result result, @Nullable FailureKind failure) {
    return Map.of("result", result.wire(), "kind", failure == null ? "" : failure.name());
  }

  @Override
  public void summed(RunSummary summary) {
    waits.observe(summary.waited());
    runs.observe(summary.ran());
    outcomes
        .computeIfAbsent(labels(summary.result(), summary.failure()), _ -> new LongAdder())
        .increment();
    if (summary.result() == Result.REFUSED) {
      refused.increment();
    }
    if (summary.recoveries() > 0) {
      recovered.increment();
    }
  }

  @Override
  public void stuck(JobId job) {
    stuck.increment();
  }

  void write(PrometheusText text) {
    waits.write(text, "fragments_job_wait_seconds", "How long jobs were due before a run started.");
    runs.write(text, "fragments_job_run_seconds", "How long runs took.");
    text.metric(RUNS, "counter", "Finished runs, by result and failure kind.");
    outcomes.forEach((labels, count) -> text.sample(RUNS, labels, count.sum()));
    text.single(
        "fragments_rescued_runs_total",
        "counter",
        "Runs of jobs that an earlier worker had vanished with.",
        recovered.sum());
    text.single(
        "fragments_stale_writes_refused_total",
        "counter",
        "Runs whose result was discarded because the job had ended or belonged to a later run.",
        refused.sum());
    text.single(
        "fragments_stuck_runs_total",
        "counter",
        "Runs that did not end after their time limit.",
        stuck.sum());
  }

  /// Counts durations in buckets.
  private static final class Histogram {
    private static final double NANOS = 1e9;

    private final double[] bounds;
    private final LongAdder[] counts;
    private final DoubleAdder sum = new DoubleAdder();

    /// @param bounds the buckets' upper bounds in seconds, ascending; an unbounded one is added
    Histogram(double... bounds) {
      this.bounds = bounds.clone();
      counts = Stream.generate(LongAdder::new).limit(bounds.length + 1L).toArray(LongAdder[]::new);
    }

    void observe(Duration duration) {
      double seconds = duration.toNanos() / NANOS;
      int bucket = 0;
      while (bucket < bounds.length && seconds > bounds[bucket]) {
        bucket++;
      }
      counts[bucket].increment();
      sum.add(seconds);
    }

    void write(PrometheusText text, String name, String help) {
      text.metric(name, "histogram", help);
      long count = 0;
      for (int i = 0; i < counts.length; i++) {
        count += counts[i].sum();
        double bound = i < bounds.length ? bounds[i] : Double.POSITIVE_INFINITY;
        text.sample(name + "_bucket", Map.of("le", PrometheusText.number(bound)), count);
      }
      text.sample(name + "_sum", Map.of(), sum.sum());
      text.sample(name + "_count", Map.of(), count);
    }
  }
}
