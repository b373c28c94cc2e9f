package app.fragments.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests by route and status. Clients cannot add series: unknown paths share one route.
final class RequestMetrics {
  private static final String NAME = "fragments_http_requests_total";

  private final Map<Map<String, String>, LongAdder> counts = new ConcurrentHashMap<>();

  /// @param route the path as in OpenAPI, or `other`
  void count(String route, int status) {
    counts
        .computeIfAbsent(
            Map.of("route", route, "status", String.valueOf(status)), _ -> new LongAdder())
        .increment();
  }

  void write(PrometheusText text) {
    text.metric(NAME, "counter", "HTTP requests answered, by route and status.");
    counts.forEach((labels, count) -> text.sample(NAME, labels, count.sum()));
  }
}
