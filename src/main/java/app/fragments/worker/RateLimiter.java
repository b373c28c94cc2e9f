package app.fragments.worker;

import java.time.Duration;

/// How often the workers of a process call a generator whose calls are counted: evenly, at most so
/// many a minute, with a few at once after a rest; and not at all for as long as the other side has
/// asked to be left alone. For any number of threads.
public final class RateLimiter {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// How many may start at once after a rest.
  private static final int BURST = 4;

  private final long intervalNanos;
  private final Ticker ticker;
  private long next;

  /// @param callsPerMinute at least 1
  public RateLimiter(int callsPerMinute, Ticker ticker) {
    if (callsPerMinute < 1) {
      throw new IllegalArgumentException("At least one call a minute");
    }
    this.intervalNanos = MINUTE.toNanos() / callsPerMinute;
    this.ticker = ticker;
    this.next = ticker.nanos() - rest();
  }

  private long rest() {
    return (BURST - 1) * intervalNanos;
  }

  /// Takes the next place in the row.
  ///
  /// @return how long to wait before the call
  public synchronized Duration reserve() {
    long now = ticker.nanos();
    if (next - (now - rest()) < 0) {
      next = now - rest();
    }
    long wait = Math.max(0, next - now);
    next += intervalNanos;
    return Duration.ofNanos(wait);
  }

  /// Lets nobody call for that long: the other side said that it has had enough.
  public synchronized void rest(Duration asked) {
    long until = ticker.nanos() + asked.toNanos();
    if (until - next > 0) {
      next = until;
    }
  }
}
