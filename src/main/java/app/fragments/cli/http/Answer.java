package app.fragments.cli.http;

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
record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
  private static final JsonFactory JSON = new JsonFactory();

  Answer(int status, String contentType, byte[] body) {
    this(status, contentType, body, Map.of());
  }

  static Answer json(int status, JsonBody body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes every byte", e);
    }
    return new Answer(status, "application/json", bytes.toByteArray());
  }

  static Answer refusal(ErrorKind kind, String message) {
    return json(
        kind.status(),
        json -> {
          json.writeStartObject();
          json.writeStringField("error", message);
          json.writeStringField("error_kind", kind.name());
          json.writeEndObject();
        });
  }

  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, Map.copyOf(more));
  }
}
