package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which days are shown; the chips above the list and the calendar choose it.
///
/// @param kind which chip is on
/// @param from the first day, or null for no bound
/// @param to the last day, included, or null for no bound
public record DayRange(Kind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
  /// The chip that stands for it.
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

  /// The days between two, in whichever order they are given; either may be missing.
  public static DayRange between(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null && other != null && other.isBefore(one)
        ? new DayRange(Kind.CHOSEN, other, one)
        : new DayRange(Kind.CHOSEN, one, other);
  }

  /// The same choice on another day: the weeks move on at midnight.
  public DayRange on(LocalDate today) {
    return switch (kind) {
      case THIS_WEEK -> thisWeek(today);
      case LAST_WEEK -> lastWeek(today);
      case EVERYTHING, CHOSEN -> this;
    };
  }

  private static DayRange week(Kind kind, LocalDate dayOfIt) {
    LocalDate start = DateFormats.startOfWeek(dayOfIt);
    return new DayRange(kind, start, start.plusDays(6));
  }
}
