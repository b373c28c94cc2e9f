package app.fragments.weave;

import app.fragments.job.StoreClock;
import app.fragments.journal.EntryStore;
import app.fragments.mongo.Stores;
import app.fragments.mongo.TestStores;
import java.time.Duration;
import java.time.Instant;

/// A real store, through the driver. Time passes in it by making what was stamped older.
final class StoreGround implements Ground {
  private final TestStores store;
  private final Stores real;
  private final EntryStore entries;
  private Duration error = Duration.ZERO;

  StoreGround(TestStores store, EntryStore entries) {
    this.store = store;
    this.real = store.stores();
    store.clear();
    this.entries = entries;
  }

  private Instant now() {
    return real.clock().now().plus(error);
  }

  /// As a process that has just started sees them: it looks for vanished workers at once.
  @Override
  public WeaveStores stores() {
    return new WeaveStores(
        store.jobsBy(this::now), store.queueBy(this::now), entries, real.reports());
  }

  @Override
  public StoreClock clock() {
    return this::now;
  }

  @Override
  public void pass(Duration time) {
    store.pass(time);
  }

  @Override
  public void mistake(Duration by) {
    error = by;
  }
}
