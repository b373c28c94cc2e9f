package app.fragments.worker;

import app.fragments.store.StoreClock;
import java.time.Duration;

/// What a [RandomHistory] is played on: stores, their time, and what a process takes it for.
interface StoreFixture {
  WorkerStores stores();

  /// The time, as whoever asks just now takes it.
  StoreClock clock();

  /// Lets time pass for everybody.
  void pass(Duration time);

  /// From now on whoever asks takes the time for that much later, or earlier where negative.
  void mistake(Duration by);

  /// In memory.
  static StoreFixture of(WeaveWorld world) {
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
      public void mistake(Duration by) {
        world.clock.mistake(by);
      }
    };
  }
}
