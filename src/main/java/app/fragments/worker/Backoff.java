package app.fragments.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long to wait before trying again: exponential with full jitter, so that many who failed
/// together do not come back together.
///
/// @param base the longest first wait, doubled from failure to failure
/// @param cap the longest of all
/// @param random draws each wait between nothing and the longest
public record Backoff(Duration base, Duration cap, RandomGenerator random) {
  /// The longest wait between two tries of a job.
  public static final Duration JOB_CAP = Duration.ofMinutes(10);

  /// The longest wait that another side may ask for.
  public static final Duration LONGEST_ASKED = Duration.ofDays(1);

  public Backoff {
    if (!base.isPositive() || base.compareTo(cap) > 0) {
      throw new IllegalArgumentException("No backoff from " + base + " to " + cap);
    }
  }

  /// The wait after this many failures, at least 1.
  public Duration delay(int failures) {
    long longest = base.toMillis();
    for (int i = 1; i < failures && longest < cap.toMillis(); i++) {
      longest *= 2;
    }
    return Duration.ofMillis(random.nextLong(Math.min(longest, cap.toMillis()) + 1));
  }

  /// The same, where the other side said how long to wait: never sooner than that.
  ///
  /// @param retryAfter what it asked for, or null
  public Duration delay(int failures, @Nullable Duration retryAfter) {
    Duration own = delay(failures);
    if (retryAfter == null || retryAfter.isNegative()) {
      return own;
    }
    Duration asked = retryAfter.compareTo(LONGEST_ASKED) < 0 ? retryAfter : LONGEST_ASKED;
    return asked.compareTo(own) < 0 ? own : asked;
  }
}
