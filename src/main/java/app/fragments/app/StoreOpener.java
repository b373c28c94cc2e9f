package app.fragments.app;

import app.fragments.journal.EntryHeader;
import app.fragments.settings.Configuration;
import app.fragments.settings.DataFolder;
import app.fragments.store.StoreException;
import app.fragments.store.mongo.ConnectionBackoff;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StartupSnapshot;
import app.fragments.store.mongo.StoreLocation;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The configured store, opened on first use. Thread-safe.
///
/// All of the program shares this connection state: one caller tries to connect while the others
/// wait for the outcome. After a failure, callers get the same failure at once until the backoff
/// ends, the user asks for another attempt, or another store is configured.
final class StoreOpener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);

  private final DataFolder folder;
  private final Supplier<Configuration> configuration;
  private final ConnectionBackoff backoff;
  private @Nullable StoreLocation lastTried;
  private volatile @Nullable MongoStores stores;
  private boolean closed;

  /// @param nanoTime a monotonic clock, as [System#nanoTime()]
  StoreOpener(DataFolder folder, Supplier<Configuration> configuration, LongSupplier nanoTime) {
    this.folder = folder;
    this.configuration = configuration;
    this.backoff = new ConnectionBackoff(nanoTime);
  }

  /// @throws app.fragments.store.StoreUnavailableException if a MongoDB server does not respond
  /// @throws StoreException if the store refuses, or this is closed
  synchronized MongoStores get() {
    if (closed) {
      throw new StoreException("The store is closed", null);
    }
    MongoStores open = stores;
    if (open == null) {
      StoreLocation location = location();
      if (!location.equals(lastTried)) {
        backoff.reset();
        lastTried = location;
      }
      backoff.beforeAttempt();
      try {
        open = MongoStores.open(location);
      } catch (StoreException e) {
        backoff.failed(e);
        throw e;
      }
      backoff.reset();
      stores = open;
      LOG.info("Opened the store {}", location);
    }
    return open;
  }

  /// Lets the next call connect at once, even if the last attempt has just failed. Never waits.
  void retryNow() {
    backoff.reset();
    ifOpen().ifPresent(MongoStores::retryNow);
  }

  /// Reads the newest entries of the built-in store without opening it.
  ///
  /// @return empty if only the open store can tell, or it is open already
  synchronized Optional<List<EntryHeader>> firstPage(String userId, int limit) {
    return !closed && stores == null && location() instanceof StoreLocation.BuiltIn builtIn
        ? StartupSnapshot.read(builtIn.folder(), userId, limit)
        : Optional.empty();
  }

  /// The open store, or empty if nobody has asked for it yet.
  Optional<MongoStores> ifOpen() {
    return Optional.ofNullable(stores);
  }

  /// Where the store is, or would be.
  StoreLocation location() {
    return configuration
        .get()
        .mongodbUri()
        .<StoreLocation>map(uri -> new StoreLocation.Remote(uri.value()))
        .orElseGet(() -> new StoreLocation.BuiltIn(folder.root()));
  }

  @Override
  public synchronized void close() {
    closed = true;
    ifOpen().ifPresent(MongoStores::close);
  }
}
