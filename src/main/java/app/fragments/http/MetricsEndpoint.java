package app.fragments.http;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;

/// `GET /metrics`: for Prometheus.
final class MetricsEndpoint implements Endpoint {
  private final StoreMetrics store;
  private final RunMetrics runs;
  private final RequestMetrics requests;

  MetricsEndpoint(StoreMetrics store, RunMetrics runs, RequestMetrics requests) {
    this.store = store;
    this.runs = runs;
    this.requests = requests;
  }

  @Override
  public HttpResponse answer(HttpExchange exchange, String variable) {
    PrometheusText text = new PrometheusText();
    store.write(text);
    runs.write(text);
    requests.write(text);
    return new HttpResponse(
        200, PrometheusText.CONTENT_TYPE, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
