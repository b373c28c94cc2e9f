package app.fragments.report.factcheck;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateExtractorTest {

  /// Expected: month and day for each interpretation, with the year if there is one.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-05|02-05 2026",
        "2026/2/5|02-05 2026",
        "5.2.2026|02-05,05-02 2026",
        "25.2.2026|02-25 2026",
        "05.02.26|02-05,05-02 2026",
        "am 5.2.26|02-05,05-02 2026",
        "2/5/2026|02-05,05-02 2026",
        "on 2/5|02-05,05-02",
        "on 2/3 of the machines|''",
        "2/5 of them|''",
        "Feb 5|02-05",
        "Feb. 5th, 2026|02-05 2026",
        "5th of February, 2026|02-05 2026",
        "5 February|02-05",
        "Feb 1–7|02-01 / 02-07",
        "February 4, 5 and 6|02-04 / 02-05 / 02-06",
        "Am 3. und 5. Februar|02-03 / 02-05",
        "le 1er août 2026|08-01 2026",
        "4 de febrero de 2026|02-04 2026",
        "9. März|03-09",
        "1.2.10|''",
        "version 1.2|''",
        "2026-13-45|''",
        "31.2.|''",
        "set 3 flags|''",
        "may be 5|''",
        "Monday|''",
      })
  void dates_are_extracted(String text, String expected) {
    assertThat(
            DateExtractor.extract(text).stream()
                .map(DateExtractorTest::describe)
                .collect(joining(" / ")))
        .isEqualTo(expected);
  }

  private static String describe(Claim.Day day) {
    String readings =
        day.monthDays().stream()
            .sorted()
            .map(MonthDay::toString)
            .map(monthDay -> monthDay.substring(2))
            .collect(joining(","));
    return day.year() == null ? readings : readings + " " + day.year();
  }

  @Test
  void a_full_stop_after_a_month_is_not_part_of_the_date() {
    String text = "It ran until 6 Feb. Then it stopped.";
    assertThat(DateExtractor.extract(text))
        .singleElement()
        .satisfies(day -> assertThat(text.substring(day.start(), day.end())).isEqualTo("6 Feb"));
  }

  @ParameterizedTest
  @CsvSource({"in 2026-02,2026-02", "2026-02-05,", "2026-13,", "A2026-02,"})
  void months_in_digits_are_extracted(String text, YearMonth expected) {
    assertThat(DateExtractor.extractMonths(text))
        .extracting(Claim.Month::month)
        .isEqualTo(expected == null ? java.util.List.of() : java.util.List.of(expected));
  }
}
