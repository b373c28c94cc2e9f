package app.fragments.exchange;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Lays the samples' working days onto the calendar, so that the journal ends now.
///
/// The newest working day is today from 9 o'clock on, Monday to Friday; before that, and at the
/// weekend, it is the working day before. A Monday counts as begun at once: otherwise the week that
/// begins with it would have no entries. So both the week of `now` (Monday to Sunday) and the one
/// before always have some.
///
/// Nothing is written in the future: entries of today whose time is still to come move, in their
/// order, into the hour before `now`, or into what there is of it since midnight and since the
/// entry before them.
final class SampleCalendar {
  private static final LocalTime WORK_BEGINS = LocalTime.of(9, 0);
  private static final Duration LATE_WINDOW = Duration.ofHours(1);

  private final ZonedDateTime now;
  private final LocalDate newest;

  SampleCalendar(ZonedDateTime now) {
    this.now = now;
    LocalDate today = now.toLocalDate();
    boolean begun =
        today.getDayOfWeek() == DayOfWeek.MONDAY || !now.toLocalTime().isBefore(WORK_BEGINS);
    this.newest = isWorkingDay(today) && begun ? today : workingDayBefore(today);
  }

  /// When each was written, in the given order; in the zone of `now`, never after it.
  ///
  /// @param samples oldest first
  List<ZonedDateTime> times(List<SampleEntry> samples) {
    List<ZonedDateTime> times = new ArrayList<>();
    for (SampleEntry sample : samples) {
      ZonedDateTime planned = day(sample.daysBack()).atTime(sample.time()).atZone(now.getZone());
      if (planned.isAfter(now)) {
        break;
      }
      times.add(planned);
    }
    ZonedDateTime start = now.toLocalDate().atStartOfDay(now.getZone());
    start = later(start, now.minus(LATE_WINDOW));
    start = times.isEmpty() ? start : later(start, times.getLast());
    int late = samples.size() - times.size();
    Duration step = Duration.between(start, now).dividedBy(late + 1L);
    for (int i = 1; i <= late; i++) {
      times.add(start.plus(step.multipliedBy(i)).truncatedTo(ChronoUnit.SECONDS));
    }
    return times;
  }

  private LocalDate day(int workingDaysBack) {
    LocalDate day = newest;
    for (int i = 0; i < workingDaysBack; i++) {
      day = workingDayBefore(day);
    }
    return day;
  }

  private static LocalDate workingDayBefore(LocalDate day) {
    LocalDate before = day.minusDays(1);
    while (!isWorkingDay(before)) {
      before = before.minusDays(1);
    }
    return before;
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }

  private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
    return one.isBefore(other) ? other : one;
  }
}
