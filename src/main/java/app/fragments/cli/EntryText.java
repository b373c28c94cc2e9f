package app.fragments.cli;

import app.fragments.journal.EntryHeader;
import java.util.stream.Collectors;

/// Prints entries as text.
final class EntryText {
  /// As wide as a time.
  private static final String NO_TIME = " ".repeat(5);

  private EntryText() {}

  /// Date, time, the start of the id, title (cut to a width) and tags.
  static String line(EntryHeader entry, int width) {
    String title = entry.title().isEmpty() ? entry.excerpt() : entry.title();
    String shown = title.length() <= width ? title : title.substring(0, width - 1) + "…";
    String time = entry.time().isEmpty() ? NO_TIME : entry.time();
    String tags = entry.tags().stream().map(tag -> "  #" + tag).collect(Collectors.joining());
    String id = Command.shortId(entry.id().value());
    return entry.date() + "  " + time + "  " + id + "  " + shown + tags;
  }
}
