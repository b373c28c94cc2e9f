package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.report.Period;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Parses days as people type them: "30 Nov", "Mon 30 Nov 2026", "Nov 30, 2026", "30.11.2026",
/// "2026-11-30", "today", and whole months and years. Without a year, it is the current one.
final class TypedDays {
  private static final List<DateTimeFormatter> DAYS =
      formatters(
          "uuuu-M-d",
          "[EEE ]d MMM uuuu",
          "[EEEE ]d MMMM uuuu",
          "MMM d[,] uuuu",
          "MMMM d[,] uuuu",
          "d.M.uuuu");
  private static final List<DateTimeFormatter> MONTHS =
      formatters("uuuu-M", "MMM uuuu", "MMMM uuuu");
  private static final List<DateTimeFormatter> YEARS = formatters("uuuu");

  private TypedDays() {}

  /// The days, or null if the text has none.
  static @Nullable Period parse(String typed, LocalDate today) {
    String text = typed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return switch (text) {
      case "today" -> new Period(today, today);
      case "yesterday" -> new Period(today.minusDays(1), today.minusDays(1));
      default ->
          Stream.of(text, text + " " + today.getYear())
              .map(TypedDays::parse)
              .filter(days -> days != null)
              .findFirst()
              .orElse(null);
    };
  }

  private static @Nullable Period parse(String text) {
    LocalDate day = first(DAYS, text, LocalDate::from);
    if (day != null) {
      return new Period(day, day);
    }
    YearMonth month = first(MONTHS, text, YearMonth::from);
    if (month != null) {
      return new Period(month.atDay(1), month.atEndOfMonth());
    }
    Year year = first(YEARS, text, Year::from);
    return year == null ? null : new Period(year.atDay(1), year.atMonth(12).atEndOfMonth());
  }

  private static <T> @Nullable T first(
      List<DateTimeFormatter> formatters, String text, TemporalQuery<T> query) {
    for (DateTimeFormatter formatter : formatters) {
      try {
        return formatter.parse(text, query);
      } catch (DateTimeParseException e) {
        continue; // the next one may match
      }
    }
    return null;
  }

  /// Strict, so that 31 February is none.
  private static List<DateTimeFormatter> formatters(String... patterns) {
    return Stream.of(patterns)
        .map(
            pattern ->
                new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(DateFormats.LOCALE)
                    .withResolverStyle(ResolverStyle.STRICT))
        .toList();
  }
}
