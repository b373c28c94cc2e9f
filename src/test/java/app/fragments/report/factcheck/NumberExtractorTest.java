package app.fragments.report.factcheck;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberExtractorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no numbers here|''",
        "14 files|14",
        "2,540 entries|2.54 2540",
        "2.540 entries|2.54 2540",
        "2 540 entries|2540",
        "CHF 1'234'567|1234567",
        "1,234.50|1234.5",
        "3.140|3.14 3140",
        "3.1400|3.14",
        "007|7",
        "1.2.10|1.2.10",
        "12,5|12.5",
        "10k users|10 10000",
        "2.5M|2.5 2500000",
        "7 hundred|7 700",
        "3 bn|3 3000000000",
        "2nd and 3rd|2 / 3",
        "p95 at 42 ms|95 / 42",
        "٣ files|3",
        "45 %|45 %",
        "45 percent|45 %",
        "45 per cent|45 %",
        "forty-five percent|45 %",
        "2.5 million|2.5 2500000",
        "two of 14|14 / 2",
      })
  void numbers_are_extracted_in_every_interpretation(String text, String expected) {
    assertThat(
            NumberExtractor.extract(text).stream()
                .map(n -> String.join(" ", new TreeSet<>(n.values())) + (n.percent() ? " %" : ""))
                .collect(joining(" / ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing|''",
        "twelve|12 twelve",
        "Third time|3 Third",
        "forty-five files|45 forty-five",
        "forty-five percent|45% forty-five percent",
        "three hundred and ten|310 three hundred and ten",
        "two thousand five hundred|2500 two thousand five hundred",
        "a million|1000000 million",
        "one million two hundred thousand|1200000 one million two hundred thousand",
        "one, two|1 one / 2 two",
        "zero|0 zero",
        "someone often attends|''",
      })
  void numbers_in_words_are_extracted(String text, String expected) {
    assertThat(
            NumberExtractor.extract(text).stream()
                .map(
                    n ->
                        String.join("", n.values())
                            + (n.percent() ? "% " : " ")
                            + text.substring(n.start(), n.end()))
                .collect(joining(" / ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 130 140|120 130 140",
        "250,300,410|250 300 410",
        "12 404|12 404",
        "1,234|''",
        "1.234|''",
        "CHF 1'234 567|1234 567",
        "7 apples|''",
      })
  void consecutive_numbers_may_be_lists(String text, String expected) {
    Set<String> values = new TreeSet<>(NumberExtractor.extractListed(text));
    assertThat(String.join(" ", values)).isEqualTo(expected);
  }

  @Test
  void positions_cover_number_and_unit() {
    assertThat(NumberExtractor.extract("It is 45 % more."))
        .singleElement()
        .satisfies(
            number -> {
              assertThat(number.start()).isEqualTo(6);
              assertThat(number.end()).isEqualTo(10);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 1_000, 100_000})
  void very_long_numbers_are_compared_digit_by_digit(int length) {
    String digits = "1".repeat(length);
    assertThat(NumberExtractor.extract(digits + " k"))
        .singleElement()
        .satisfies(number -> assertThat(number.values()).containsExactly(digits));
  }
}
