package app.fragments.http;

import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.store.StoreException;
import java.util.List;
import java.util.Map;

/// The metrics of the queue and its workers, read from the store at each scrape.
final class StoreMetrics {
  private static final String JOBS = "fragments_queue_jobs";
  private static final String WORKERS = "fragments_workers_alive";
  private static final double MILLIS = 1e3;

  private StoreMetrics() {}

  static void write(ApiServices services, PrometheusText text) {
    boolean up = false;
    try {
      QueueDepth depth = services.queue().get().depth();
      List<RegisteredWorker> alive = services.registry().get().alive();
      write(text, depth);
      write(text, alive);
      up = true;
    } catch (StoreException e) {
      // Reported by the metric below.
    }
    text.single("fragments_store_up", "gauge", "1 if the store answers, else 0.", up ? 1 : 0);
  }

  private static void write(PrometheusText text, QueueDepth depth) {
    text.metric(JOBS, "gauge", "Jobs in the queue, by state.");
    text.sample(JOBS, Map.of("state", "waiting"), depth.waiting());
    text.sample(JOBS, Map.of("state", "delayed"), depth.delayed());
    text.sample(JOBS, Map.of("state", "running"), depth.running());
    text.sample(JOBS, Map.of("state", "stale"), depth.stale());
    text.single(
        "fragments_queue_oldest_wait_seconds",
        "gauge",
        "How long the longest-waiting job has been due.",
        depth.oldestWait().toMillis() / MILLIS);
  }

  private static void write(PrometheusText text, List<RegisteredWorker> alive) {
    text.metric(WORKERS, "gauge", "Workers on this store, by the kind of their process.");
    for (RegisteredWorker.Kind kind : RegisteredWorker.Kind.values()) {
      int workers =
          alive.stream()
              .filter(process -> process.kind() == kind)
              .mapToInt(RegisteredWorker::workers)
              .sum();
      text.sample(WORKERS, Map.of("kind", kind.wire()), workers);
    }
  }
}
