package app.fragments.job;

import java.time.Duration;
import java.time.Instant;

class InMemoryJobQueueTest extends QueueContract {
  private final SettableStoreClock clock = new SettableStoreClock();
  private final InMemoryJobQueue inMemory = new InMemoryJobQueue(clock);

  @Override
  protected JobQueue queue() {
    return inMemory;
  }

  /// Advances the clock for all callers.
  @Override
  protected JobQueue queueAfter(Duration time) {
    clock.advance(time);
    return inMemory;
  }

  @Override
  protected Instant now() {
    return clock.now();
  }
}
