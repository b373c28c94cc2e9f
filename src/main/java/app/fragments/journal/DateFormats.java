package app.fragments.journal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How days, times and periods read wherever a person sees them, and when a week starts.
public final class DateFormats {
  /// English, with weeks that start on Monday on every computer. JavaFX's date picker follows the
  /// default locale.
  public static final Locale LOCALE = Locale.forLanguageTag("en-u-fw-mon");

  /// "Fri 6 Feb 2026".
  public static final DateTimeFormatter DAY_WITH_YEAR =
      shortDay().appendPattern(" yyyy").toFormatter(Locale.ENGLISH);

  private static final DateTimeFormatter DAY = shortDay().toFormatter(Locale.ENGLISH);
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH_AND_DAY =
      DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH_DAY_YEAR =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private DateFormats() {}

  /// Spells out the names: looking them up takes longer than a frame, and the first list needs
  /// them.
  private static DateTimeFormatterBuilder shortDay() {
    return new DateTimeFormatterBuilder()
        .appendText(ChronoField.DAY_OF_WEEK, shortNames(DayOfWeek.values()))
        .appendPattern(" d ")
        .appendText(ChronoField.MONTH_OF_YEAR, shortNames(Month.values()));
  }

  private static Map<Long, String> shortNames(Enum<?>[] values) {
    return Stream.of(values)
        .collect(Collectors.toMap(value -> value.ordinal() + 1L, DateFormats::shortName));
  }

  private static String shortName(Enum<?> value) {
    return value.name().charAt(0) + value.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  public static LocalDate startOfWeek(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /// "Fri 6 Feb", with the year unless it is the current one.
  public static String day(LocalDate day, LocalDate today) {
    return (day.getYear() == today.getYear() ? DAY : DAY_WITH_YEAR).format(day);
  }

  /// "Fri 6 Feb 2026".
  public static String dayWithYear(LocalDate day) {
    return DAY_WITH_YEAR.format(day);
  }

  /// "Friday, 6 February 2026", for screen readers.
  public static String spokenDay(LocalDate day) {
    return LONG_DAY.format(day);
  }

  /// "February 2026".
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  public static String time(LocalTime time) {
    return TIME.format(time);
  }

  /// "16:20", in the zone of the writer.
  public static String time(Instant moment, ZoneId zone) {
    return TIME.format(moment.atZone(zone));
  }

  /// "Today 14:20", "Wed 25 Nov", or "Thu 1 Oct 2025", in the zone of the user.
  public static String moment(Instant moment, ZonedDateTime now) {
    ZonedDateTime local = moment.atZone(now.getZone());
    return local.toLocalDate().equals(now.toLocalDate())
        ? "Today " + TIME.format(local)
        : day(local.toLocalDate(), now.toLocalDate());
  }

  /// "Feb 2 – 7, 2026", "Feb 28 – Mar 1, 2026", "Dec 28, 2026 – Jan 3, 2027", or "Feb 7, 2026" for
  /// a single day.
  public static String period(LocalDate first, LocalDate last) {
    return first.getYear() == last.getYear()
        ? periodWithoutYear(first, last) + ", " + last.getYear()
        : MONTH_DAY_YEAR.format(first) + " – " + MONTH_DAY_YEAR.format(last);
  }

  /// The same, without the year if both days are in the current one.
  public static String period(LocalDate first, LocalDate last, LocalDate today) {
    return first.getYear() == today.getYear() && last.getYear() == today.getYear()
        ? periodWithoutYear(first, last)
        : period(first, last);
  }

  /// "Feb 2 – 7", "Feb 28 – Mar 1", or "Feb 7" for a single day.
  public static String periodWithoutYear(LocalDate first, LocalDate last) {
    String start = MONTH_AND_DAY.format(first);
    if (first.equals(last)) {
      return start;
    }
    boolean sameMonth = first.getMonth() == last.getMonth() && first.getYear() == last.getYear();
    return start + " – " + (sameMonth ? last.getDayOfMonth() : MONTH_AND_DAY.format(last));
  }
}
