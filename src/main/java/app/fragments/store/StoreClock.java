package app.fragments.store;

import java.time.Instant;

/// The one clock that all workers on a store share: the server's.
public interface StoreClock {

  /// The server's time, asked for at times and carried on by this machine's monotonic clock
  /// between.
  Instant now();

  /// The server's time, read from the server now: a ping that fails while the store is unreachable.
  default Instant read() {
    return now();
  }
}
