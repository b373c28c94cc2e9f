package app.fragments.report.factcheck;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordParserTest {

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
  void numbers_in_words_are_parsed(String text, String expected) {
    assertThat(
            NumberWordParser.parse(text).stream()
                .map(
                    n ->
                        String.join("", n.values())
                            + (n.percent() ? "% " : " ")
                            + text.substring(n.start(), n.end()))
                .collect(joining(" / ")))
        .isEqualTo(expected);
  }
}
