package app.fragments.job;

import java.time.Duration;
import java.time.Instant;

/// A store's clock that moves when it is told to.
public final class SettableStoreClock implements StoreClock {
  private Instant now = Instant.parse("2026-02-06T16:20:00Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }
}
