package app.fragments.weave;

import app.fragments.job.StoreClock;
import java.time.Duration;

/// What a [History] is played on: stores, their time, and what a process takes it for.
interface Ground {
  WeaveStores stores();

  /// The time, as whoever asks just now takes it.
  StoreClock clock();

  /// Lets time pass for everybody.
  void pass(Duration time);

  /// From now on whoever asks takes the time for that much later, or earlier where negative.
  void mistake(Duration by);

  /// In memory.
  static Ground of(WeaveWorld world) {
    return new Ground() {
      @Override
      public WeaveStores stores() {
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
