package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(5), Backoff.JOB_CAP, new Random(42));

  @Test
  void the_upper_bound_doubles_up_to_ten_minutes() {
    assertThat(longest(1)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    assertThat(longest(2)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    assertThat(longest(5)).isBetween(Duration.ofSeconds(75), Duration.ofSeconds(80));
    assertThat(longest(8)).isBetween(Duration.ofSeconds(590), Backoff.JOB_CAP);
    assertThat(longest(1_000_000)).isBetween(Duration.ofSeconds(590), Backoff.JOB_CAP);
  }

  @Test
  void delays_are_spread_over_the_whole_range() {
    List<Duration> waits = IntStream.range(0, 200).mapToObj(_ -> backoff.delay(3)).toList();
    assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) < 0);
    assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(18)) > 0);
  }

  @Test
  void the_same_seed_gives_the_same_delays() {
    Backoff again = new Backoff(Duration.ofSeconds(5), Backoff.JOB_CAP, new Random(42));
    for (int failures = 1; failures < 10; failures++) {
      assertThat(again.delay(failures)).isEqualTo(backoff.delay(failures));
    }
  }

  @Test
  void it_never_retries_sooner_than_asked() {
    Duration retryAfter = Duration.ofMinutes(42);
    for (int failures = 1; failures < 10; failures++) {
      assertThat(backoff.delay(failures, retryAfter)).isEqualTo(retryAfter);
    }
  }

  @Test
  void an_invalid_retry_after_is_ignored() {
    assertThat(backoff.delay(1, Duration.ofSeconds(-3))).isLessThan(Duration.ofSeconds(6));
    assertThat(backoff.delay(1, Duration.ofDays(4_000))).isEqualTo(Backoff.MAX_RETRY_AFTER);
  }

  @Test
  void invalid_bounds_are_refused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Backoff.JOB_CAP, new Random()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Duration longest(int failures) {
    return IntStream.range(0, 2_000)
        .mapToObj(_ -> backoff.delay(failures))
        .max(Duration::compareTo)
        .orElseThrow();
  }
}
