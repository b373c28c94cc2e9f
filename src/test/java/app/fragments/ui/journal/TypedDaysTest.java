package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.Period;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDaysTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-02-07");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-05 | 2026-02-05 | 2026-02-05",
        "5 Feb | 2026-02-05 | 2026-02-05",
        "5 february 2025 | 2025-02-05 | 2025-02-05",
        "Thu 5 Feb 2026 | 2026-02-05 | 2026-02-05",
        "Feb 5, 2026 | 2026-02-05 | 2026-02-05",
        "Feb 5 | 2026-02-05 | 2026-02-05",
        "5.2.2026 | 2026-02-05 | 2026-02-05",
        "Today | 2026-02-07 | 2026-02-07",
        "yesterday | 2026-02-06 | 2026-02-06",
        "sep  1666 | 1666-09-01 | 1666-09-30",
        "2025-02 | 2025-02-01 | 2025-02-28",
        "january | 2026-01-01 | 2026-01-31",
        "1666 | 1666-01-01 | 1666-12-31",
      })
  void days_months_and_years_can_be_typed(String typed, LocalDate first, LocalDate last) {
    assertThat(TypedDays.parse(typed, TODAY)).isEqualTo(new Period(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "31 Feb 2026", "Fri 5 Feb 2026", "13.13.2026", "16", "2026-13"})
  void anything_else_is_not_a_date(String typed) {
    assertThat(TypedDays.parse(typed, TODAY)).isNull();
  }
}
