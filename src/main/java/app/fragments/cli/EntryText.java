package app.fragments.cli;

import app.fragments.journal.EntryHeader;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/// Prints entries as text.
final class EntryText {
  private EntryText() {}

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
