package app.fragments.generator.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryDelayTest {
  @ParameterizedTest
  @CsvSource({"26s, 26000", "1.5s, 1500", "0.000000001s, 0", "0s, 0", "39.427106781s, 39427"})
  void reads_a_protobuf_duration(String delay, long millis) {
    assertThat(RetryDelay.ofProtobuf(delay).map(Duration::toMillis)).contains(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "26", "-1s", "1e3s", "99999999999s", "1.s"})
  void anything_else_is_no_duration(String delay) {
    assertThat(RetryDelay.ofProtobuf(delay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-3", "soon", "99999999999", "Wed, 21 Oct 2015 07:29:30 GMT"})
  void a_header_that_says_nothing_is_left_aside(String header) {
    assertThat(RetryDelay.ofHeader(header, null)).isEmpty();
  }

  @Test
  void a_moment_that_has_passed_is_now() {
    assertThat(
            RetryDelay.ofHeader("Wed, 21 Oct 2015 07:00:00 GMT", "Wed, 21 Oct 2015 07:28:00 GMT"))
        .contains(Duration.ZERO);
  }
}
