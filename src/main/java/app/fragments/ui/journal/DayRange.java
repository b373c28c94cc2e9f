package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The days that the list shows: a preset, a typed range, or what was chosen in the calendar.
///
/// @param to the last day, inclusive, or null if unbounded
public record DayRange(Kind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
  public enum Kind {
    EVERYTHING,
    THIS_WEEK,
    LAST_WEEK,
    THIS_MONTH,
    LAST_MONTH,
    /// Typed.
    RANGE,
    /// A day or month of the calendar.
    CHOSEN
  }

  public static final DayRange EVERYTHING = new DayRange(Kind.EVERYTHING, null, null);

  /// A preset on a day; other kinds show everything.
  static DayRange preset(Kind kind, LocalDate today) {
    return switch (kind) {
      case THIS_WEEK -> week(kind, today);
      case LAST_WEEK -> week(kind, today.minusWeeks(1));
      case THIS_MONTH -> month(kind, YearMonth.from(today));
      case LAST_MONTH -> month(kind, YearMonth.from(today).minusMonths(1));
      case EVERYTHING, RANGE, CHOSEN -> EVERYTHING;
    };
  }

  public static DayRange thisWeek(LocalDate today) {
    return preset(Kind.THIS_WEEK, today);
  }

  public static DayRange day(LocalDate day) {
    return new DayRange(Kind.CHOSEN, day, day);
  }

  /// A month of the calendar, which may be a preset.
  static DayRange month(YearMonth month, LocalDate today) {
    for (Kind kind : new Kind[] {Kind.THIS_MONTH, Kind.LAST_MONTH}) {
      if (month.atDay(1).equals(preset(kind, today).from())) {
        return preset(kind, today);
      }
    }
    return month(Kind.CHOSEN, month);
  }

  /// The days between two days in either order, inclusive; null leaves that end unbounded.
  public static DayRange between(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null && other == null) {
      return EVERYTHING;
    }
    return one != null && other != null && other.isBefore(one)
        ? new DayRange(Kind.RANGE, other, one)
        : new DayRange(Kind.RANGE, one, other);
  }

  boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  boolean isEverything() {
    return kind == Kind.EVERYTHING;
  }

  /// Whether this is exactly one day.
  boolean isOnly(LocalDate day) {
    return day.equals(from) && day.equals(to);
  }

  /// The same choice on another day: presets follow the calendar.
  public DayRange on(LocalDate today) {
    return switch (kind) {
      case THIS_WEEK, LAST_WEEK, THIS_MONTH, LAST_MONTH -> preset(kind, today);
      case EVERYTHING, RANGE, CHOSEN -> this;
    };
  }

  private static DayRange week(Kind kind, LocalDate day) {
    LocalDate start = DateFormats.startOfWeek(day);
    return new DayRange(kind, start, start.plusDays(6));
  }

  private static DayRange month(Kind kind, YearMonth month) {
    return new DayRange(kind, month.atDay(1), month.atEndOfMonth());
  }
}
