package app.fragments.worker;

import java.time.Duration;

/// Spreads the calls of a process's workers evenly, with a small burst after a pause. Thread-safe.
public final class RateLimiter {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// How many calls may start at once after a pause.
  private static final int BURST = 4;

  private final long intervalNanos;
  private final MonotonicClock monotonic;
  private long next;

  /// @param callsPerMinute at least 1
  public RateLimiter(int callsPerMinute, MonotonicClock monotonic) {
    if (callsPerMinute < 1) {
      throw new IllegalArgumentException("callsPerMinute must be at least 1");
    }
    this.intervalNanos = MINUTE.toNanos() / callsPerMinute;
    this.monotonic = monotonic;
    this.next = monotonic.nanos() - burst();
  }

  private long burst() {
    return (BURST - 1) * intervalNanos;
  }

  /// Reserves the next call.
  ///
  /// @return how long to wait before making it
  public synchronized Duration reserve() {
    long now = monotonic.nanos();
    if (next - (now - burst()) < 0) {
      next = now - burst();
    }
    long wait = Math.max(0, next - now);
    next += intervalNanos;
    return Duration.ofNanos(wait);
  }

  /// Blocks new calls for this long.
  public synchronized void pause(Duration duration) {
    long until = monotonic.nanos() + duration.toNanos();
    if (until - next > 0) {
      next = until;
    }
  }
}
