package app.fragments.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Exponential backoff with full jitter, so that callers that failed together do not retry
/// together.
///
/// @param base the upper bound of the first delay; doubles with each failure
/// @param cap the upper bound of all delays
/// @param random draws each delay between zero and its upper bound
public record Backoff(Duration base, Duration cap, RandomGenerator random) {
  /// The longest delay between two attempts at a job.
  public static final Duration JOB_CAP = Duration.ofMinutes(10);

  /// The longest delay that a generator may ask for.
  public static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);

  public Backoff {
    if (!base.isPositive() || base.compareTo(cap) > 0) {
      throw new IllegalArgumentException("No backoff from " + base + " to " + cap);
    }
  }

  /// @param failures at least 1
  public Duration delay(int failures) {
    long bound = base.toMillis();
    for (int i = 1; i < failures && bound < cap.toMillis(); i++) {
      bound *= 2;
    }
    return Duration.ofMillis(random.nextLong(Math.min(bound, cap.toMillis()) + 1));
  }

  /// @param retryAfter the shortest delay, as requested by the other side, or null
  public Duration delay(int failures, @Nullable Duration retryAfter) {
    Duration own = delay(failures);
    if (retryAfter == null || retryAfter.isNegative()) {
      return own;
    }
    Duration asked = retryAfter.compareTo(MAX_RETRY_AFTER) < 0 ? retryAfter : MAX_RETRY_AFTER;
    return asked.compareTo(own) < 0 ? own : asked;
  }
}
