package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final AtomicLong nanos = new AtomicLong(-5_000);
  private final RateLimiter limiter = new RateLimiter(60, nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void a_burst_starts_at_once_and_the_rest_one_by_one() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      waits.add(limiter.reserve());
    }
    assertThat(waits).extracting(Duration::toSeconds).containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 3L);
  }

  @Test
  void over_an_hour_no_more_calls_start_than_the_limit_allows() {
    int started = 0;
    for (long ends = nanos.get() + Duration.ofHours(1).toNanos(); nanos.get() < ends; started++) {
      pass(limiter.reserve());
    }
    assertThat(started).isBetween(3_600, 3_604);
  }

  @Test
  void even_a_long_pause_allows_only_one_burst() {
    pass(Duration.ofDays(9));
    for (int i = 0; i < 4; i++) {
      assertThat(limiter.reserve()).isZero();
    }
    assertThat(limiter.reserve()).isPositive();
  }

  @Test
  void no_call_starts_during_a_requested_pause() {
    limiter.pause(Duration.ofSeconds(30));
    assertThat(limiter.reserve()).isEqualTo(Duration.ofSeconds(30));
    limiter.pause(Duration.ofSeconds(5));
    assertThat(limiter.reserve())
        .as("a shorter pause does not shorten a longer one")
        .isGreaterThan(Duration.ofSeconds(30));
    pass(Duration.ofSeconds(40));
    assertThat(limiter.reserve()).isZero();
  }

  @Test
  void each_thread_gets_its_own_turn() throws Exception {
    List<Duration> waits = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Duration>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        calls.add(limiter::reserve);
      }
      for (Future<Duration> call : threads.invokeAll(calls)) {
        waits.add(call.get());
      }
    }
    assertThat(waits.stream().filter(Duration::isPositive)).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void a_limit_of_zero_is_refused() {
    assertThatThrownBy(() -> new RateLimiter(0, nanos::get))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
