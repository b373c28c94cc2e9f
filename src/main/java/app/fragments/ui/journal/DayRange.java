package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days that the list shows, chosen by the chips above it or in the calendar.
///
/// @param to the last day, inclusive, or null if unbounded
public record DayRange(Kind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
  public enum Kind {
    EVERYTHING,
    THIS_WEEK,
    LAST_WEEK,
    CHOSEN
  }

  public static final DayRange EVERYTHING = new DayRange(Kind.EVERYTHING, null, null);

  public static DayRange thisWeek(LocalDate today) {
    return week(Kind.THIS_WEEK, today);
  }

  public static DayRange lastWeek(LocalDate today) {
    return week(Kind.LAST_WEEK, today.minusWeeks(1));
  }

  public static DayRange day(LocalDate day) {
    return new DayRange(Kind.CHOSEN, day, day);
  }

  /// The days between two days in either order, inclusive; null leaves that end unbounded.
  public static DayRange between(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null && other != null && other.isBefore(one)
        ? new DayRange(Kind.CHOSEN, other, one)
        : new DayRange(Kind.CHOSEN, one, other);
  }

  boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /// The same choice on another day: weeks follow the calendar.
  public DayRange on(LocalDate today) {
    return switch (kind) {
      case THIS_WEEK -> thisWeek(today);
      case LAST_WEEK -> lastWeek(today);
      case EVERYTHING, CHOSEN -> this;
    };
  }

  private static DayRange week(Kind kind, LocalDate day) {
    LocalDate start = DateFormats.startOfWeek(day);
    return new DayRange(kind, start, start.plusDays(6));
  }
}
