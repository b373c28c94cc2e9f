package app.fragments.http;

import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.store.StoreException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the store says of the queue and the workers on it, asked at each scrape.
final class StoreMetrics {
  private static final String JOBS = "fragments_queue_jobs";
  private static final String WORKERS = "fragments_workers_alive";
  private static final double MILLIS = 1e3;

  private final ApiServices services;

  StoreMetrics(ApiServices services) {
    this.services = services;
  }

  void write(PrometheusText text) {
    boolean up = false;
    try {
      QueueDepth depth = services.queue().get().depth();
      List<RegisteredWorker> alive = services.registry().get().alive();
      write(text, depth);
      write(text, alive);
      up = true;
    } catch (StoreException e) {
      // The metric below says so.
    }
    text.single(
        "fragments_store_up", "gauge", "1 where the store answers, 0 where not.", up ? 1 : 0);
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
        "How long the job that has waited longest has been due.",
        depth.oldestWait().toMillis() / MILLIS);
  }

  private static void write(PrometheusText text, List<RegisteredWorker> alive) {
    Map<RegisteredWorker.Kind, Integer> workers = new EnumMap<>(RegisteredWorker.Kind.class);
    for (RegisteredWorker.Kind kind : RegisteredWorker.Kind.values()) {
      workers.put(kind, 0);
    }
    alive.forEach(process -> workers.merge(process.kind(), process.workers(), Integer::sum));
    text.metric(WORKERS, "gauge", "Workers on this store, by the kind of their process.");
    workers.forEach((kind, count) -> text.sample(WORKERS, Map.of("kind", kind.wire()), count));
  }
}
