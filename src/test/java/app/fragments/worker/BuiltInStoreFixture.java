package app.fragments.worker;

import app.fragments.journal.EntryStore;
import app.fragments.store.StoreClock;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.TestStores;
import java.time.Duration;
import java.time.Instant;

/// A built-in store, through the driver. Time passes by backdating its timestamps.
final class BuiltInStoreFixture implements StoreFixture {
  private final TestStores store;
  private final MongoStores real;
  private final EntryStore entries;
  private Duration error = Duration.ZERO;

  BuiltInStoreFixture(TestStores store, EntryStore entries) {
    this.store = store;
    this.real = store.stores();
    store.clear();
    this.entries = entries;
  }

  private Instant now() {
    return real.clock().now().plus(error);
  }

  /// The queue as a newly started process sees it: it looks for expired leases at once.
  @Override
  public WorkerStores stores() {
    return WorkerFixture.stores(
        store.jobsWithClock(this::now), store.queueWithClock(this::now), entries, real.reports());
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
  public void setClockError(Duration by) {
    error = by;
  }
}
