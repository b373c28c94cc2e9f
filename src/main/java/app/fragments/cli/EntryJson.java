package app.fragments.cli;

import app.fragments.journal.Entry;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// An entry as JSON (section 9 of the plan).
final class EntryJson {
  private EntryJson() {}

  static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", entry.id().value());
    json.writeStringField("date", entry.date().toString());
    json.writeStringField("created_at", entry.createdAt().toString());
    json.writeStringField("updated_at", entry.updatedAt().toString());
    json.writeStringField("title", entry.title());
    json.writeStringField("text", entry.text());
    json.writeArrayFieldStart("tags");
    for (String tag : entry.tags()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeBooleanField("starred", entry.starred());
    JsonDocument.field(json, "deleted_at", entry.deletedAt());
    json.writeEndObject();
  }
}
