package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DayRangeTest {
  private static final LocalDate SATURDAY = LocalDate.parse("2026-02-07");

  @Test
  void a_week_starts_on_monday_and_ends_on_sunday() {
    DayRange week = DayRange.thisWeek(SATURDAY);

    assertThat(week.from()).isEqualTo("2026-02-02");
    assertThat(week.to()).isEqualTo("2026-02-08");
  }

  @Test
  void last_week_is_the_seven_days_before() {
    DayRange week = DayRange.preset(DayRange.Kind.LAST_WEEK, SATURDAY);

    assertThat(week.from()).isEqualTo("2026-01-26");
    assertThat(week.to()).isEqualTo("2026-02-01");
  }

  @Test
  void weeks_follow_the_calendar_and_chosen_days_do_not() {
    LocalDate monday = SATURDAY.plusDays(2);

    assertThat(DayRange.thisWeek(SATURDAY).on(monday)).isEqualTo(DayRange.thisWeek(monday));
    assertThat(DayRange.day(SATURDAY).on(monday)).isEqualTo(DayRange.day(SATURDAY));
  }

  @Test
  void two_days_make_a_range_in_either_order() {
    assertThat(DayRange.between(SATURDAY, SATURDAY.minusDays(3)))
        .isEqualTo(DayRange.between(SATURDAY.minusDays(3), SATURDAY));
  }

  @Test
  void a_month_of_the_calendar_is_a_preset_if_it_is_this_or_the_last_one() {
    assertThat(DayRange.month(YearMonth.of(2026, 2), SATURDAY).kind())
        .isEqualTo(DayRange.Kind.THIS_MONTH);
    assertThat(DayRange.month(YearMonth.of(2026, 1), SATURDAY).kind())
        .isEqualTo(DayRange.Kind.LAST_MONTH);
    assertThat(DayRange.month(YearMonth.of(1666, 9), SATURDAY))
        .returns(DayRange.Kind.CHOSEN, DayRange::kind)
        .returns(LocalDate.parse("1666-09-01"), DayRange::from)
        .returns(LocalDate.parse("1666-09-30"), DayRange::to);
  }
}
