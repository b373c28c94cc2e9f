package app.fragments.job;

import app.fragments.store.StoreClock;
import java.time.Duration;
import java.time.Instant;

/// A store's clock that tests advance, and that can show callers a wrong time.
public final class SettableStoreClock implements StoreClock {
  private Instant now = Instant.parse("2026-02-06T16:20:00Z");
  private Duration error = Duration.ZERO;

  @Override
  public synchronized Instant now() {
    return now.plus(error);
  }

  /// The store's true time, without the error.
  public StoreClock server() {
    return this::truth;
  }

  private synchronized Instant truth() {
    return now;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  /// Makes [#now()] fast by this much, or slow if negative.
  public synchronized void setClockError(Duration by) {
    error = by;
  }
}
