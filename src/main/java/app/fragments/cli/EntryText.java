package app.fragments.cli;

import app.fragments.http.JsonFields;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/// Prints entries, as JSON and as text.
final class EntryText {
  private EntryText() {}

  static JsonFields json(Entry entry) {
    return new JsonFields()
        .add("id", entry.id())
        .add("date", entry.date())
        .add("created_at", entry.createdAt())
        .add("updated_at", entry.updatedAt())
        .add("title", entry.title())
        .add("text", entry.text())
        .add("tags", entry.allTags())
        .add("starred", entry.starred())
        .add("deleted_at", entry.deletedAt());
  }

  /// Date, time, the start of the id, title (cut to a width) and tags.
  static String line(EntryHeader entry, int width) {
    String title = entry.title().isEmpty() ? entry.excerpt() : entry.title();
    String shown = title.length() <= width ? title : title.substring(0, width - 1) + "…";
    LocalTime time =
        LocalTime.ofInstant(entry.createdAt(), entry.timeZone()).truncatedTo(ChronoUnit.MINUTES);
    String tags = entry.tags().stream().map(tag -> "  #" + tag).collect(Collectors.joining());
    String id = Command.shortId(entry.id().value());
    return entry.date() + "  " + time + "  " + id + "  " + shown + tags;
  }
}
