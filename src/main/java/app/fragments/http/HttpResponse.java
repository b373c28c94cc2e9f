package app.fragments.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// The answer to a request, whole in memory.
///
/// @param headers beside `Content-Type` and what every answer has
record HttpResponse(int status, String contentType, byte[] body, Map<String, String> headers) {
  private static final JsonFactory JSON = new JsonFactory();

  HttpResponse(int status, String contentType, byte[] body) {
    this(status, contentType, body, Map.of());
  }

  static HttpResponse json(int status, JsonWriter body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes every byte", e);
    }
    return new HttpResponse(status, "application/json", bytes.toByteArray());
  }

  static HttpResponse refusal(ErrorKind kind, String message) {
    return json(
        kind.status(),
        json -> {
          json.writeStartObject();
          json.writeStringField("error", message);
          json.writeStringField("error_kind", kind.name());
          json.writeEndObject();
        });
  }

  HttpResponse with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, contentType, body, Map.copyOf(more));
  }
}
