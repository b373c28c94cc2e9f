package app.fragments.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small file with one JSON object that only its owner may read. Objects become maps.
///
/// Uses only Jackson's streaming API: loading databind takes longer than a whole command.
record PrivateJsonFile(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateJsonFile.class);

  /// The fields in file order; none if the file is missing or unreadable. Invalid JSON is moved to
  /// `<name>.bad-<n>` so that nothing is lost.
  Map<String, @Nullable Object> read() {
    if (!Files.exists(path)) {
      return new LinkedHashMap<>();
    }
    byte[] content;
    try {
      content = Files.readAllBytes(path);
    } catch (IOException e) {
      LOG.warn("Could not read {}; continuing without it", path, e);
      return new LinkedHashMap<>();
    }
    try (JsonParser parser = new JsonFactory().createParser(content)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("Not a JSON object");
      }
      Map<String, @Nullable Object> fields = object(parser);
      if (parser.nextToken() != null) {
        throw new IOException("Content after the JSON object");
      }
      return fields;
    } catch (IOException e) {
      moveAside(); // without the cause, which may quote a secret
      return new LinkedHashMap<>();
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private void moveAside() {
    Path aside = path;
    for (int n = 1; Files.exists(aside); n++) {
      aside = path.resolveSibling(path.getFileName() + ".bad-" + n);
    }
    try {
      Files.move(path, aside);
      LOG.warn("{} is not a JSON object; moved it to {}", path, aside.getFileName());
    } catch (IOException e) {
      LOG.warn("{} is not a JSON object and can't be moved aside", path, e);
    }
  }

  /// Replaces the file atomically.
  ///
  /// @throws IOException if it can't be written; the old file is then unchanged
  void write(Map<String, ? extends @Nullable Object> fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.useDefaultPrettyPrinter();
      write(json, fields);
      json.writeRaw('\n');
    }
    PrivateFiles.replace(path, bytes.toByteArray());
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case Map<?, ?> fields -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
          json.writeFieldName(String.valueOf(field.getKey()));
          write(json, field.getValue());
        }
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        for (Object each : list) {
          write(json, each);
        }
        json.writeEndArray();
      }
      case null, default -> json.writePOJO(value);
    }
  }
}
