package app.fragments.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// A response, buffered in memory.
///
/// @param headers those besides `Content-Type` and the ones every response has
record HttpResponse(int status, String contentType, byte[] body, Map<String, String> headers) {
  private static final JsonFactory JSON = new JsonFactory();

  HttpResponse(int status, String contentType, byte[] body) {
    this(status, contentType, body, Map.of());
  }

  static HttpResponse json(int status, JsonFields body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      JsonFields.write(json, body);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to memory", e);
    }
    return new HttpResponse(status, "application/json", bytes.toByteArray());
  }

  static HttpResponse error(ErrorKind kind, String message) {
    return json(
        kind.status(), new JsonFields().add("error", message).add("error_kind", kind.name()));
  }

  HttpResponse with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, contentType, body, Map.copyOf(more));
  }
}
