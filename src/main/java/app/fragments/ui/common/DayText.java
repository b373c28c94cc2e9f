package app.fragments.ui.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How days and times read in the window, in the language of its texts.
public final class DayText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private DayText() {}

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
