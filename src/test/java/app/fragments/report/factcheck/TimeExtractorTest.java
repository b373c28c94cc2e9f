package app.fragments.report.factcheck;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeExtractorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at 16:20|16:20",
        "at 4:20|04:20,16:20",
        "at 4:20 pm|16:20",
        "at 4.20 p.m.|16:20",
        "at 9 am|09:00",
        "12 am|00:00",
        "12 pm|12:00",
        "24:00|00:00,12:00",
        "08:15:30|08:15,20:15",
        "5 o’clock|05:00,17:00",
        "noon|12:00",
        "Midday|12:00",
        "midnight|00:00",
        "9 am to 10:30|09:00 / 10:30,22:30",
        "25:10|''",
        "1:2:3|''",
        "9 amps|''",
        "the afternoon|''",
      })
  void times_are_extracted_in_every_interpretation(String text, String expected) {
    assertThat(
            TimeExtractor.extract(text).stream()
                .map(
                    time ->
                        time.minutes().stream()
                            .sorted()
                            .map(minute -> LocalTime.of(minute / 60, minute % 60).toString())
                            .collect(joining(",")))
                .collect(joining(" / ")))
        .isEqualTo(expected);
  }
}
