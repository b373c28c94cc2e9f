package app.fragments.job;

import java.time.Duration;
import java.time.Instant;

class InMemoryJobStoreTest extends StoreContract {
  private final SettableStoreClock clock = new SettableStoreClock();
  private final InMemoryJobStore inMemory = new InMemoryJobStore(clock);

  @Override
  protected JobStore jobs() {
    return inMemory;
  }

  /// Advances the clock for all callers.
  @Override
  protected JobStore jobsAfter(Duration time) {
    clock.advance(time);
    return inMemory;
  }

  @Override
  protected Instant now() {
    return clock.now();
  }
}
