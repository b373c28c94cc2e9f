package app.fragments.exchange;

import app.fragments.exchange.FlexibleDateParser.ParsedDate;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Imports the JSON export of jrnl: `{"tags": {…}, "entries": [{"title", "body", "date", "time",
/// "tags", "starred"}, …]}`. It has no ids, so an entry is identified by its date, time and title.
record JrnlImporter(ZoneId zone) implements ImportReader {
  private static final String NOT_AN_EXPORT = "not a JSON export of jrnl";

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  @Override
  public String name() {
    return "jrnl";
  }

  @Override
  public void read(Path path, Sink sink) throws IOException {
    try (JsonParser parser = JSON.createParser(path.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        sink.failed(path.toString(), NOT_AN_EXPORT);
        return;
      }
      boolean found = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean entries = parser.currentName().equals("entries");
        if (parser.nextToken() == JsonToken.START_ARRAY && entries) {
          found = true;
          readEntries(parser, path, sink);
        } else {
          parser.skipChildren();
        }
        if (sink.isCancelled()) {
          return;
        }
      }
      if (!found) {
        sink.failed(path.toString(), NOT_AN_EXPORT + ": it has no entries");
      }
    } catch (JsonProcessingException e) {
      @Nullable JsonLocation location = e.getLocation();
      String line = location == null ? "" : " in line " + location.getLineNr();
      sink.failed(
          path.toString(), "invalid JSON" + line + "; only the entries before it were read");
    }
  }

  private void readEntries(JsonParser parser, Path path, Sink sink) throws IOException {
    Map<String, Integer> occurrences = new HashMap<>();
    for (int n = 1; parser.nextToken() != JsonToken.END_ARRAY && !sink.isCancelled(); n++) {
      String source = path + ", entry " + n;
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        sink.failed(source, "not an entry");
        parser.skipChildren();
        continue;
      }
      try {
        sink.entry(entry(fields(parser), source, occurrences));
      } catch (ImportFormatException e) {
        sink.failed(source, e.reason());
      }
    }
  }

  private record Fields(Map<String, String> texts, List<String> tags) {
    String text(String name) {
      return texts.getOrDefault(name, "").strip();
    }
  }

  private static Fields fields(JsonParser parser) throws IOException {
    Map<String, String> texts = new HashMap<>();
    List<String> tags = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value.isScalarValue()) {
        texts.put(name, value == JsonToken.VALUE_NULL ? "" : parser.getText());
      } else if (value == JsonToken.START_ARRAY && name.equals("tags")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() == JsonToken.VALUE_STRING) {
            tags.add(FrontMatter.tag(parser.getText()));
          }
          parser.skipChildren();
        }
      } else {
        parser.skipChildren();
      }
    }
    return new Fields(texts, tags.stream().filter(tag -> !tag.isEmpty()).distinct().toList());
  }

  private ImportedEntry entry(Fields fields, String source, Map<String, Integer> occurrences)
      throws ImportFormatException {
    String title = fields.text("title").replaceAll("\\s+", " ");
    String body = fields.text("body").replace("\r\n", "\n");
    if (title.isEmpty() && body.isEmpty()) {
      throw new ImportFormatException("empty");
    }
    if (body.length() > DecodedText.MAX_BYTES) {
      throw new ImportFormatException("too large");
    }
    ParsedDate date = FlexibleDateParser.parse(fields.text("date") + " " + fields.text("time"));
    String name = String.join(" ", fields.text("date"), fields.text("time"), title);
    int nth = occurrences.merge(name, 1, Integer::sum);
    return new ImportedEntry(
        nth == 1 ? name : name + " #" + nth,
        source,
        date.date(),
        Objects.requireNonNullElse(date.zone(), zone),
        date.instant(zone),
        false,
        title,
        body,
        fields.tags(),
        Boolean.parseBoolean(fields.text("starred")),
        List.of(),
        null);
  }
}
