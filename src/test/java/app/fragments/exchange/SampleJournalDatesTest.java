package app.fragments.exchange;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The dates of the samples, for any first launch.
class SampleJournalDatesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  /// Eight times and seven weekdays: cycling through both covers every combination in 56 days.
  private static final List<LocalTime> TIMES =
      Stream.of("00:00", "00:00:01", "00:20", "08:59:59", "09:00", "10:17", "16:00", "23:59:59")
          .map(LocalTime::parse)
          .toList();

  private final SampleJournal journal = new SampleJournal();

  static Stream<ZoneId> zones() {
    return Stream.of("UTC", "Europe/Berlin", "Pacific/Kiritimati", "America/Havana", "-11:00")
        .map(ZoneId::of);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void at_any_time_this_week_and_last_week_have_entries_and_none_is_in_the_future(ZoneId zone) {
    IntStream.range(0, 400)
        .mapToObj(i -> FIRST.plusDays(i).atTime(TIMES.get(i % TIMES.size())).atZone(zone))
        .forEach(this::has_plausible_dates);
  }

  private void has_plausible_dates(ZonedDateTime now) {
    List<Entry> entries = journal.entries("ada", now);
    LocalDate today = now.toLocalDate();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    assertThat(between(entries, monday, today)).as("this week at %s", now).isBetween(3L, 14L);
    assertThat(between(entries, monday.minusDays(7), monday.minusDays(1)))
        .as("last week at %s", now)
        .isBetween(10L, 14L);
    assertThat(between(entries, today.minusDays(6), today))
        .as("last seven days at %s", now)
        .isBetween(11L, 14L);
    assertThat(DAYS.between(entries.getFirst().date(), today)).as("%s", now).isBetween(28L, 34L);
    assertThat(entries)
        .as("at %s", now)
        .noneMatch(entry -> entry.createdAt().isAfter(now.toInstant()))
        .allMatch(
            entry -> entry.createdAt().atZone(now.getZone()).toLocalDate().equals(entry.date()))
        .allMatch(entry -> entry.date().getDayOfWeek().getValue() <= 5)
        .isSortedAccordingTo((one, other) -> one.createdAt().compareTo(other.createdAt()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-02", "2026-02-03", "2026-02-04", "2026-02-05", "2026-02-06"})
  void on_a_working_day_the_newest_entries_are_from_today(LocalDate day) {
    assertThat(newestDay(day.atTime(9, 0))).isEqualTo(day);
    assertThat(newestDay(day.atTime(23, 59))).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-07T00:00", "2026-02-07T23:59", "2026-02-08T12:00"})
  void on_a_weekend_the_newest_entries_are_from_friday(LocalDateTime now) {
    assertThat(newestDay(now)).isEqualTo(LocalDate.of(2026, 2, 6));
  }

  @Test
  void before_nine_the_newest_entries_are_from_the_day_before_except_on_mondays() {
    assertThat(newestDay(LocalDateTime.of(2026, 2, 4, 8, 59))).isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(newestDay(LocalDateTime.of(2026, 2, 2, 0, 0))).isEqualTo(LocalDate.of(2026, 2, 2));
  }

  @Test
  void in_the_evening_times_are_as_in_the_file() {
    assertThat(timesOfDay(LocalDateTime.of(2026, 2, 6, 20, 0)))
        .containsExactly(LocalTime.of(9, 10), LocalTime.of(11, 40), LocalTime.of(15, 50));
  }

  @Test
  void future_entries_move_into_the_last_hour_after_the_others() {
    assertThat(timesOfDay(LocalDateTime.of(2026, 2, 6, 10, 0)))
        .containsExactly(LocalTime.of(9, 10), LocalTime.of(9, 26, 40), LocalTime.of(9, 43, 20));
    assertThat(timesOfDay(LocalDateTime.of(2026, 2, 6, 9, 0)))
        .containsExactly(LocalTime.of(8, 15), LocalTime.of(8, 30), LocalTime.of(8, 45));
  }

  @Test
  void just_after_midnight_on_a_monday_entries_share_the_minutes_since_midnight() {
    assertThat(timesOfDay(LocalDateTime.of(2026, 2, 2, 0, 4)))
        .containsExactly(LocalTime.of(0, 1), LocalTime.of(0, 2), LocalTime.of(0, 3));
  }

  private LocalDate newestDay(LocalDateTime now) {
    return journal.entries("ada", now.atZone(BERLIN)).getLast().date();
  }

  private List<LocalTime> timesOfDay(LocalDateTime now) {
    return journal.entries("ada", now.atZone(BERLIN)).stream()
        .filter(entry -> entry.date().equals(now.toLocalDate()))
        .map(entry -> entry.createdAt().atZone(BERLIN).toLocalTime())
        .toList();
  }

  private static long between(List<Entry> entries, LocalDate from, LocalDate to) {
    return entries.stream()
        .filter(entry -> !entry.date().isBefore(from) && !entry.date().isAfter(to))
        .count();
  }
}
