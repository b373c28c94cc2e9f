package app.fragments.exchange;

import app.fragments.exchange.SampleReader.Sample;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Maps the samples' working days to the calendar so that the journal ends now.
///
/// The newest working day is today, from 9:00 Monday to Friday; earlier in the day and on weekends
/// it is the previous working day. A Monday starts at midnight, so that its week always has
/// entries. Both the current week (Monday to Sunday) and the one before therefore always have some.
///
/// Nothing lies in the future: entries whose time today is yet to come move, in order, into the
/// hour before now, or into the time since midnight and since the previous entry if that is
/// shorter.
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

  /// The time of each sample, in the given order and the zone of `now`.
  ///
  /// @param samples oldest first
  List<ZonedDateTime> times(List<Sample> samples) {
    List<ZonedDateTime> times = new ArrayList<>();
    for (Sample sample : samples) {
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
