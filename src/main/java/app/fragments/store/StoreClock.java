package app.fragments.store;

import java.time.Instant;

/// The clock that all workers on a store share: the server's.
public interface StoreClock {
  /// The server's time, extrapolated from a recent reading with this machine's monotonic clock.
  Instant now();

  /// The server's time, read from the server now: a ping that fails while the store is unreachable.
  default Instant read() {
    return now();
  }
}
