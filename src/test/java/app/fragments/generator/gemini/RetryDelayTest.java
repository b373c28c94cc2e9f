package app.fragments.generator.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The two ways a response can ask us to wait.
class RetryDelayTest {

  @ParameterizedTest
  @CsvSource({"26s, 26000", "1.5s, 1500", "0.000000001s, 0", "0s, 0", "39.427106781s, 39427"})
  void a_protobuf_duration_is_parsed(String delay, long millis) {
    assertThat(ApiErrors.ErrorBody.retryDelay(delay).map(Duration::toMillis)).contains(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "26", "-1s", "1e3s", "99999999999s", "1.s"})
  void anything_else_is_not_a_duration(String delay) {
    assertThat(ApiErrors.ErrorBody.retryDelay(delay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-3", "soon", "99999999999", "Wed, 21 Oct 2015 07:29:30 GMT"})
  void an_invalid_header_is_ignored(String header) {
    assertThat(ApiErrorInterceptor.retryAfter(header, null)).isNull();
  }

  @Test
  void a_date_in_the_past_means_now() {
    assertThat(
            ApiErrorInterceptor.retryAfter(
                "Wed, 21 Oct 2015 07:00:00 GMT", "Wed, 21 Oct 2015 07:28:00 GMT"))
        .isEqualTo(Duration.ZERO);
  }
}
