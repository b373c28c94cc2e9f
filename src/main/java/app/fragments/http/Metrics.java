package app.fragments.http;

import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.RunSummary;
import app.fragments.job.RunSummary.Result;
import app.fragments.store.StoreException;
import app.fragments.worker.JobListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `GET /metrics`, for Prometheus: the queue and its workers, read from the store at each scrape;
/// the runs of this process's workers; and the requests. Thread-safe.
public final class Metrics implements JobListener {
  private static final String JOBS = "fragments_queue_jobs";
  private static final String WORKERS = "fragments_workers_alive";
  private static final String RUNS = "fragments_runs_total";
  private static final String REQUESTS = "fragments_http_requests_total";

  private final Histogram waits =
      new Histogram(0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600);
  private final Histogram runs = new Histogram(0.01, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 200);
  private final Map<Map<String, String>, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private final LongAdder recovered = new LongAdder();
  private final LongAdder stuck = new LongAdder();
  private final Map<Map<String, String>, LongAdder> requests = new ConcurrentHashMap<>();

  public Metrics() {
    for (Result result : Result.values()) {
      outcomes.put(labels(result, null), new LongAdder());
    }
  }

  private static Map<String, String> labels(Result result, @Nullable FailureKind failure) {
    return Map.of("result", result.wire(), "kind", failure == null ? "" : failure.name());
  }

  @Override
  public void runFinished(RunSummary summary) {
    waits.observe(summary.waited());
    runs.observe(summary.ran());
    increment(outcomes, labels(summary.result(), summary.failure()));
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

  /// Counts a request.
  ///
  /// @param route the path as in OpenAPI, or one name for all unknown paths, so that clients cannot
  ///   add series
  void countRequest(String route, int status) {
    increment(requests, Map.of("route", route, "status", String.valueOf(status)));
  }

  private static void increment(
      Map<Map<String, String>, LongAdder> counters, Map<String, String> labels) {
    counters.computeIfAbsent(labels, _ -> new LongAdder()).increment();
  }

  HttpResponse respond(ApiServices services) {
    PrometheusText text = new PrometheusText();
    boolean up = writeStore(text, services);
    text.single("fragments_store_up", "gauge", "1 if the store answers, else 0.", up ? 1 : 0);
    writeRuns(text);
    text.metric(REQUESTS, "counter", "HTTP requests answered, by route and status.");
    requests.forEach((labels, count) -> text.sample(REQUESTS, labels, count.sum()));
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    return new HttpResponse(200, "text/plain; version=0.0.4; charset=utf-8", body);
  }

  /// @return whether the store answers
  private static boolean writeStore(PrometheusText text, ApiServices services) {
    QueueDepth depth;
    List<RegisteredWorker> alive;
    try {
      depth = services.queue().depth();
      alive = services.registry().alive();
    } catch (StoreException e) {
      return false;
    }
    text.metric(JOBS, "gauge", "Jobs in the queue, by state.");
    text.sample(JOBS, Map.of("state", "waiting"), depth.waiting());
    text.sample(JOBS, Map.of("state", "delayed"), depth.delayed());
    text.sample(JOBS, Map.of("state", "running"), depth.running());
    text.sample(JOBS, Map.of("state", "stale"), depth.stale());
    text.single(
        "fragments_queue_oldest_wait_seconds",
        "gauge",
        "How long the longest-waiting job has been due.",
        depth.oldestWait().toMillis() / 1e3);
    text.metric(WORKERS, "gauge", "Workers on this store, by the kind of their process.");
    for (RegisteredWorker.Kind kind : RegisteredWorker.Kind.values()) {
      Stream<RegisteredWorker> ofKind = alive.stream().filter(it -> it.kind() == kind);
      int workers = ofKind.mapToInt(RegisteredWorker::workers).sum();
      text.sample(WORKERS, Map.of("kind", kind.wire()), workers);
    }
    return true;
  }

  void writeRuns(PrometheusText text) {
    waits.write(text, "fragments_job_wait_seconds", "How long jobs were due before a run started.");
    runs.write(text, "fragments_job_run_seconds", "How long runs took.");
    text.metric(RUNS, "counter", "Finished runs, by result and failure kind.");
    outcomes.forEach((labels, count) -> text.sample(RUNS, labels, count.sum()));
    text.single(
        "fragments_rescued_runs_total",
        "counter",
        "Runs of jobs whose earlier worker had died.",
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
    private final double[] bounds;
    private final LongAdder[] counts;
    private final DoubleAdder sum = new DoubleAdder();

    /// @param bounds the buckets' upper bounds in seconds, ascending; an unbounded one is added
    Histogram(double... bounds) {
      this.bounds = bounds.clone();
      counts = Stream.generate(LongAdder::new).limit(bounds.length + 1L).toArray(LongAdder[]::new);
    }

    void observe(Duration duration) {
      double seconds = duration.toNanos() / 1e9;
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
