package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Maps drafts to the JSON of recovery files.
final class DraftJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DraftJson() {}

  static String write(Draft draft) {
    ObjectNode node = JSON.createObjectNode();
    node.set("base", toNode(draft.base()));
    node.set("mine", toNode(draft.mine()));
    return node.toPrettyString();
  }

  /// @throws JsonProcessingException if it is not JSON
  /// @throws RuntimeException if it is not a draft
  static Draft read(String text) throws JsonProcessingException {
    JsonNode node = JSON.readTree(text);
    return new Draft(toEntry(node.required("base")), toEntry(node.required("mine")));
  }

  private static ObjectNode toNode(Entry entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", entry.id().value());
    node.put("user_id", entry.userId());
    node.put("date", entry.date().toString());
    node.put("time_zone", entry.timeZone().getId());
    node.put("created_at", entry.createdAt().toString());
    node.put("updated_at", entry.updatedAt().toString());
    node.put("revision", entry.revision());
    node.put("title", entry.title());
    node.put("text", entry.text());
    entry.tags().forEach(node.putArray("tags")::add);
    node.put("mood", entry.mood());
    node.put("starred", entry.starred());
    EntrySource source = entry.source();
    if (source != null) {
      node.putObject("source")
          .put("importer", source.importer())
          .put("id", source.id())
          .put("digest", source.digest());
    }
    return node;
  }

  private static Entry toEntry(JsonNode node) {
    List<String> tags =
        StreamSupport.stream(node.required("tags").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    JsonNode source = node.path("source");
    return new Entry(
        new EntryId(node.required("id").asText()),
        node.required("user_id").asText(),
        LocalDate.parse(node.required("date").asText()),
        ZoneId.of(node.required("time_zone").asText()),
        Instant.parse(node.required("created_at").asText()),
        Instant.parse(node.required("updated_at").asText()),
        node.required("revision").asLong(),
        node.required("title").asText(),
        node.required("text").asText(),
        tags,
        textOrNull(node.path("mood")),
        node.required("starred").asBoolean(),
        source.isObject()
            ? new EntrySource(
                source.required("importer").asText(),
                source.required("id").asText(),
                source.required("digest").asText())
            : null,
        null);
  }

  private static @Nullable String textOrNull(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }
}
