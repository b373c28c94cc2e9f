package app.fragments.cli;

import app.fragments.journal.EntryHeader;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/// An entry on one line of a list: day, time, the start of its id, title and tags.
final class EntryLine {
  private static final int WIDTH_ON_SCREEN = 60;

  private EntryLine() {}

  static String of(EntryHeader entry) {
    return line(entry, words(entry));
  }

  /// The same, not wider than a screen.
  static String onScreen(EntryHeader entry) {
    String words = words(entry);
    return line(
        entry,
        words.length() <= WIDTH_ON_SCREEN ? words : words.substring(0, WIDTH_ON_SCREEN - 1) + "…");
  }

  private static String line(EntryHeader entry, String words) {
    LocalTime time =
        LocalTime.ofInstant(entry.createdAt(), entry.timeZone()).truncatedTo(ChronoUnit.MINUTES);
    String tags = entry.tags().stream().map(tag -> "  #" + tag).collect(Collectors.joining());
    return String.join(
        "  ", entry.date().toString(), time.toString(), Command.shortId(entry.id()), words + tags);
  }

  private static String words(EntryHeader entry) {
    return entry.title().isEmpty() ? entry.excerpt() : entry.title();
  }
}
