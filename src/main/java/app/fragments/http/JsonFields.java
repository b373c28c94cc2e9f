package app.fragments.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields of a JSON object, in the order they were added. Commands do without Jackson's data
/// binding because loading it takes longer than most commands run.
public final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /// Adds a field, or nothing if the value is null.
  ///
  /// @param value see [#write]
  public JsonFields add(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /// The JSON text.
  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, this);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to memory", e);
    }
    return text.toString();
  }

  /// Writes a value as JSON.
  ///
  /// @param value [JsonFields], a [Collection] or [Stream] of values, a number or a boolean;
  ///   anything else is written as its `toString()`. Nothing of a stream is written before its
  ///   first element is there, so a failure until then leaves no broken JSON.
  public static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case JsonFields object -> {
        json.writeStartObject();
        for (Map.Entry<String, Object> field : object.fields.entrySet()) {
          json.writeFieldName(field.getKey());
          write(json, field.getValue());
        }
        json.writeEndObject();
      }
      case Collection<?> list -> writeArray(json, list.iterator());
      case Stream<?> stream -> writeArray(json, stream.iterator());
      case Number _, Boolean _ -> json.writePOJO(value);
      default -> json.writeString(value.toString());
    }
  }

  private static void writeArray(JsonGenerator json, Iterator<?> values) throws IOException {
    boolean more = values.hasNext();
    json.writeStartArray();
    while (more) {
      write(json, values.next());
      more = values.hasNext();
    }
    json.writeEndArray();
  }
}
