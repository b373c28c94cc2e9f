package app.fragments.ui.common;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How days and times read in the window, in the language of its texts.
public final class DateFormats {
  private static final DateTimeFormatter DAY = shortDay().toFormatter(Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      shortDay().appendPattern(" yyyy").toFormatter(Locale.ENGLISH);
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private DateFormats() {}

  /// The names are given: to look them up takes longer than a frame, and the first list needs them.
  private static DateTimeFormatterBuilder shortDay() {
    return new DateTimeFormatterBuilder()
        .appendText(ChronoField.DAY_OF_WEEK, shortNames(DayOfWeek.values()))
        .appendPattern(" d ")
        .appendText(ChronoField.MONTH_OF_YEAR, shortNames(Month.values()));
  }

  /// "Mon", "Tue" ..., or "Jan", "Feb" ..., by their numbers.
  private static Map<Long, String> shortNames(Enum<?>[] values) {
    return Stream.of(values)
        .collect(Collectors.toMap(value -> value.ordinal() + 1L, DateFormats::shortName));
  }

  private static String shortName(Enum<?> value) {
    return value.name().charAt(0) + value.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  /// "Fri 6 Feb", with the year where it is not today's.
  public static String of(LocalDate day, LocalDate today) {
    return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
  }

  /// "Fri 6 Feb 2026".
  public static String withYear(LocalDate day) {
    return DAY_AND_YEAR.format(day);
  }

  /// "Friday, 6 February 2026", for those who listen.
  public static String spoken(LocalDate day) {
    return LONG_DAY.format(day);
  }

  /// "February 2026".
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  /// "16:20", as the writer saw the clock.
  public static String time(Instant moment, ZoneId zone) {
    return TIME.format(moment.atZone(zone));
  }
}
