package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {
  @ParameterizedTest
  @CsvSource({
    "13:05, 13:05",
    "9:30, 09:30",
    "9.30, 09:30",
    "930, 09:30",
    "1305, 13:05",
    "9, 09:00",
    "1:05 pm, 13:05",
    "12am, 00:00",
    "12 PM, 12:00",
    " 7h45, 07:45"
  })
  void reads_usual_ways_to_write_a_time(String typed, LocalTime time) {
    assertThat(TimeParser.parse(typed)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24:00", "9:60", "noon", "13 pm", "1:2:3", "-1", "12345"})
  void refuses_what_is_no_time(String typed) {
    assertThat(TimeParser.parse(typed)).isEmpty();
  }
}
