package app.fragments.job;

import java.time.Duration;
import java.time.Instant;

class InMemoryWorkerRegistryTest extends WorkerRegistryContract {
  private final SettableStoreClock clock = new SettableStoreClock();
  private final InMemoryWorkerRegistry inMemory = new InMemoryWorkerRegistry(clock);

  @Override
  protected WorkerRegistry registry() {
    return inMemory;
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  protected Instant now() {
    return clock.now();
  }
}
