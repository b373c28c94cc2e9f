package app.fragments.http;

import app.fragments.job.JobId;
import com.sun.net.httpserver.HttpExchange;

/// `GET /healthz`: whether the process is up and the store answers. Needs no token, tells nothing
/// of the journal and costs the store one look into an index.
final class HealthEndpoint implements Endpoint {
  private static final JobId NONE = new JobId("none");

  private final ApiServices services;

  HealthEndpoint(ApiServices services) {
    this.services = services;
  }

  @Override
  public HttpResponse answer(HttpExchange exchange, String variable) {
    boolean _ = services.queue().get().contains(NONE); // throws where the store is away
    return HttpResponse.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("status", "ok");
          json.writeEndObject();
        });
  }
}
