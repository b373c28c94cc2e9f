package app.fragments.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// `GET /openapi.yaml`: the description of all this.
final class OpenApiEndpoint implements Endpoint {
  static final String RESOURCE = "/app/fragments/http/openapi.yaml";

  @Override
  public HttpResponse answer(HttpExchange exchange, String variable) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OpenApiEndpoint.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new HttpResponse(200, "application/yaml", in.readAllBytes());
    }
  }
}
