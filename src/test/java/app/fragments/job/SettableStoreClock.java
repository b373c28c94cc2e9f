package app.fragments.job;

import app.fragments.store.StoreClock;
import java.time.Duration;
import java.time.Instant;

/// A store's clock that moves when it is told to, and that one who asks may take for something
/// else.
public final class SettableStoreClock implements StoreClock {
  private Instant now = Instant.parse("2026-02-06T16:20:00Z");
  private Duration error = Duration.ZERO;

  @Override
  public synchronized Instant now() {
    return now.plus(error);
  }

  /// The store's own time, whatever others take it for.
  public StoreClock server() {
    return this::truth;
  }

  private synchronized Instant truth() {
    return now;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  /// From now on whoever asks is told a time that much later, or earlier where negative.
  public synchronized void mistake(Duration by) {
    error = by;
  }
}
