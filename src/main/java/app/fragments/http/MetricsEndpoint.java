package app.fragments.http;

import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// `GET /metrics`, for Prometheus: the queue and its workers, read from the store at each scrape;
/// the runs; and the requests.
final class MetricsEndpoint {
  private static final String JOBS = "fragments_queue_jobs";
  private static final String WORKERS = "fragments_workers_alive";
  private static final String REQUESTS = "fragments_http_requests_total";
  private static final String UP = "fragments_store_up";

  private final ApiServices services;
  private final RunMetrics runs;
  private final Map<Map<String, String>, LongAdder> requests = new ConcurrentHashMap<>();

  MetricsEndpoint(ApiServices services, RunMetrics runs) {
    this.services = services;
    this.runs = runs;
  }

  /// Counts a request.
  ///
  /// @param route the path as in OpenAPI, or one name for all unknown paths, so that clients cannot
  ///   add series
  void count(String route, int status) {
    requests
        .computeIfAbsent(
            Map.of("route", route, "status", String.valueOf(status)), _ -> new LongAdder())
        .increment();
  }

  HttpResponse respond() {
    PrometheusText text = new PrometheusText();
    writeStore(text);
    runs.write(text);
    text.metric(REQUESTS, "counter", "HTTP requests answered, by route and status.");
    requests.forEach((labels, count) -> text.sample(REQUESTS, labels, count.sum()));
    return new HttpResponse(
        200, PrometheusText.CONTENT_TYPE, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void writeStore(PrometheusText text) {
    QueueDepth depth;
    List<RegisteredWorker> alive;
    try {
      depth = services.queue().depth();
      alive = services.registry().alive();
    } catch (StoreException e) {
      text.single(UP, "gauge", "1 if the store answers, else 0.", 0);
      return;
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
      int workers =
          alive.stream()
              .filter(process -> process.kind() == kind)
              .mapToInt(RegisteredWorker::workers)
              .sum();
      text.sample(WORKERS, Map.of("kind", kind.wire()), workers);
    }
    text.single(UP, "gauge", "1 if the store answers, else 0.", 1);
  }
}
