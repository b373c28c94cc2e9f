package app.fragments.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The one JSON document of a command, written as it is made.
@FunctionalInterface
interface JsonDocument {
  void write(JsonGenerator json) throws IOException;

  /// Prints it on standard output. Where it breaks off, what was written stays open, so that nobody
  /// takes it for the whole.
  static void print(Terminal terminal, JsonDocument document) {
    try (JsonGenerator json = new JsonFactory().createGenerator(terminal.json())) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      document.write(json);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("The result cannot be written", e);
    }
  }

  /// A field that is left out where there is nothing to say.
  static void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
    if (value instanceof Number number) {
      json.writeNumberField(name, number.longValue());
    } else if (value instanceof Boolean yes) {
      json.writeBooleanField(name, yes);
    } else if (value instanceof Instant || value instanceof CharSequence) {
      json.writeStringField(name, value.toString());
    } else if (value != null) {
      throw new IllegalArgumentException("No way to write a " + value.getClass());
    }
  }
}
