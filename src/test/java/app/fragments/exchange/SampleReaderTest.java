package app.fragments.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.fragments.exchange.SampleReader.Sample;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleReaderTest {
  @Test
  void a_sample_has_day_time_tags_star_and_mood() {
    String file =
        """
        What this file is.

        # Shipped: the importer {#shipped}
        day -12 16:20 #release #importer starred mood:proud

        Live for **all** teams.

        - [ ] tell Nordwind
        """;

    assertThat(SampleReader.read(file))
        .containsExactly(
            new Sample(
                "shipped",
                "Shipped: the importer",
                12,
                LocalTime.of(16, 20),
                List.of("release", "importer"),
                true,
                "proud",
                "Live for **all** teams.\n\n- [ ] tell Nordwind"));
  }

  @Test
  void the_text_ends_at_the_next_heading_with_a_key() {
    String file =
        """
        # One {#one}
        day 0 09:30 #a

        # a comment in a shell script
        ## a smaller heading
        # Two {#two}
        day 0 10:30 #a
        second
        """;

    assertThat(SampleReader.read(file))
        .extracting(Sample::key, Sample::text)
        .containsExactly(
            tuple("one", "# a comment in a shell script\n## a smaller heading"),
            tuple("two", "second"));
  }

  @Test
  void a_file_without_samples_has_none() {
    assertThat(SampleReader.read("")).isEmpty();
    assertThat(SampleReader.read("only words\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday 09:30 #a, expected",
    "day 3 09:30 #a, expected",
    "day -3 09:30, expected",
    "day -3 25:30 #a, no such time",
    "day -3 09:30 #a boxed, unknown mark \"boxed\"",
    "'', expected"
  })
  void an_invalid_line_is_reported_with_its_number(String marks, String reason) {
    assertThatThrownBy(() -> SampleReader.read("\n# One {#one}\n" + marks + "\ntext"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining(reason);
  }

  @Test
  void a_heading_at_the_end_of_the_file_is_refused() {
    assertThatThrownBy(() -> SampleReader.read("# One {#one}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void a_duplicate_key_is_refused() {
    String file = "# One {#one}\nday 0 09:30 #a\n# Other {#one}\nday 0 10:30 #a\n";

    assertThatThrownBy(() -> SampleReader.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("twice");
  }
}
