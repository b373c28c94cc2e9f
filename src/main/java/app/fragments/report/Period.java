package app.fragments.report;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/// The days that a report covers, from the first entry's to the last one's, both included.
public record Period(LocalDate start, LocalDate end) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM dd, yyyy", Locale.ENGLISH);

  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("A period ends after it starts: " + start + ", " + end);
    }
  }

  /// The days of these entries.
  ///
  /// @throws IllegalArgumentException where there are none
  public static Period of(Collection<Entry> entries) {
    LocalDate start =
        entries.stream().map(Entry::date).min(LocalDate::compareTo).orElseThrow(Period::none);
    LocalDate end =
        entries.stream().map(Entry::date).max(LocalDate::compareTo).orElseThrow(Period::none);
    return new Period(start, end);
  }

  private static IllegalArgumentException none() {
    return new IllegalArgumentException("No entries, no period");
  }

  /// A day as JSON and prompts have it: "Feb 01, 2026".
  public static String format(LocalDate day) {
    return DAY.format(day);
  }

  /// "Feb 01, 2026".
  public String startText() {
    return format(start);
  }

  /// "Feb 07, 2026".
  public String endText() {
    return format(end);
  }

  /// "Feb 1 – 7, 2026": see [DateFormats#period].
  public String label() {
    return DateFormats.period(start, end);
  }

  /// "Feb 1 – 7", for places where the year is known.
  public String shortLabel() {
    return DateFormats.periodWithoutYear(start, end);
  }
}
