package app.fragments.report;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// The days a report covers, from the first entry's to the last one's, inclusive.
public record Period(LocalDate start, LocalDate end) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM dd, yyyy", Locale.ENGLISH);

  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("End before start: " + start + ", " + end);
    }
  }

  /// @throws IllegalArgumentException if there are no entries
  public static Period of(Collection<Entry> entries) {
    List<LocalDate> days = entries.stream().map(Entry::date).sorted().toList();
    if (days.isEmpty()) {
      throw new IllegalArgumentException("No entries");
    }
    return new Period(days.getFirst(), days.getLast());
  }

  /// The first day in JSON and prompts: "Feb 01, 2026".
  public String startText() {
    return DAY.format(start);
  }

  /// The last day in JSON and prompts: "Feb 07, 2026".
  public String endText() {
    return DAY.format(end);
  }

  /// "Feb 1 – 7, 2026", see [DateFormats#period].
  public String label() {
    return DateFormats.period(start, end);
  }

  /// "Feb 1 – 7", with the year unless it is the current one.
  public String shortLabel(LocalDate today) {
    return DateFormats.period(start, end, today);
  }
}
