package app.fragments.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import org.junit.jupiter.api.Test;

class DateFormatsTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");

  @Test
  void a_day_shows_its_year_unless_it_is_the_current_one() {
    assertThat(DateFormats.day(MONDAY, MONDAY)).isEqualTo("Mon 30 Nov");
    assertThat(DateFormats.day(MONDAY, MONDAY.plusYears(1))).isEqualTo("Mon 30 Nov 2026");
    assertThat(DateFormats.dayWithYear(MONDAY)).isEqualTo("Mon 30 Nov 2026");
    assertThat(DateFormats.spokenDay(MONDAY)).isEqualTo("Monday, 30 November 2026");
  }

  @Test
  void a_time_is_in_the_given_zone() {
    assertThat(DateFormats.time(Instant.parse("2026-11-30T12:05:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("13:05");
  }

  @Test
  void a_period_repeats_neither_month_nor_year() {
    assertThat(period("2026-11-23", "2026-11-29")).isEqualTo("Nov 23 – 29, 2026");
    assertThat(period("2026-11-30", "2026-12-06")).isEqualTo("Nov 30 – Dec 6, 2026");
    assertThat(period("2026-12-28", "2027-01-03")).isEqualTo("Dec 28, 2026 – Jan 3, 2027");
    assertThat(period("2025-11-23", "2026-11-23")).isEqualTo("Nov 23, 2025 – Nov 23, 2026");
    assertThat(period("2026-11-30", "2026-11-30")).isEqualTo("Nov 30, 2026");
  }

  private static String period(String first, String last) {
    return DateFormats.period(LocalDate.parse(first), LocalDate.parse(last));
  }

  @Test
  void a_period_shows_its_year_unless_it_is_the_current_one() {
    LocalDate sunday = MONDAY.minusDays(1);
    LocalDate inJanuary = LocalDate.parse("2027-01-03");
    assertThat(DateFormats.period(sunday, MONDAY, MONDAY)).isEqualTo("Nov 29 – 30");
    assertThat(DateFormats.period(sunday, MONDAY, inJanuary)).isEqualTo("Nov 29 – 30, 2026");
    assertThat(DateFormats.period(MONDAY, inJanuary, MONDAY))
        .isEqualTo("Nov 30, 2026 – Jan 3, 2027");
  }

  @Test
  void a_period_can_leave_out_its_year() {
    assertThat(DateFormats.periodWithoutYear(MONDAY, MONDAY)).isEqualTo("Nov 30");
    assertThat(DateFormats.periodWithoutYear(MONDAY.minusDays(7), MONDAY.minusDays(1)))
        .isEqualTo("Nov 23 – 29");
    assertThat(DateFormats.periodWithoutYear(MONDAY, MONDAY.plusYears(1)))
        .isEqualTo("Nov 30 – Nov 30");
  }

  @Test
  void a_week_starts_on_monday_in_the_window_locale_too() {
    assertThat(DateFormats.startOfWeek(MONDAY)).isEqualTo(MONDAY);
    assertThat(DateFormats.startOfWeek(MONDAY.minusDays(1))).isEqualTo(MONDAY.minusDays(7));
    assertThat(WeekFields.of(DateFormats.LOCALE).getFirstDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
  }
}
