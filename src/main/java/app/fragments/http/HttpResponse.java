package app.fragments.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A response, buffered in memory.
///
/// @param headers those besides `Content-Type` and the ones every response has
record HttpResponse(int status, String contentType, byte[] body, Map<String, String> headers) {
  HttpResponse(int status, String contentType, byte[] body) {
    this(status, contentType, body, Map.of());
  }

  static HttpResponse json(int status, JsonFields body) {
    return new HttpResponse(
        status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static HttpResponse error(ErrorKind kind, String message) {
    return json(kind.status, new JsonFields().add("error", message).add("error_kind", kind.name()));
  }

  HttpResponse withHeader(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, contentType, body, Map.copyOf(more));
  }
}
