package app.fragments.worker;

import app.fragments.store.StoreClock;
import java.time.Duration;

/// The stores of a [RandomHistory], their time, and the clock error of the current process.
interface StoreFixture {
  WorkerStores stores();

  /// The time as the current process sees it.
  StoreClock clock();

  /// Lets time pass for all processes.
  void pass(Duration time);

  /// Sets how far the current process's clock is ahead.
  void setClockError(Duration by);

  /// In memory.
  static StoreFixture of(WorkerFixture world) {
    return new StoreFixture() {
      @Override
      public WorkerStores stores() {
        return world.stores;
      }

      @Override
      public StoreClock clock() {
        return world.clock;
      }

      @Override
      public void pass(Duration time) {
        world.clock.advance(time);
      }

      @Override
      public void setClockError(Duration by) {
        world.clock.setClockError(by);
      }
    };
  }
}
