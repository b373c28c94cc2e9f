package app.fragments.app;

import app.fragments.journal.EntryHeader;
import app.fragments.settings.Configuration;
import app.fragments.settings.DataFolder;
import app.fragments.store.StoreException;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StartupSnapshot;
import app.fragments.store.mongo.StoreLocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store that is configured, opened when it is first asked for. An opening that failed is tried
/// again at the next call. Usable from any thread; callers wait while it opens.
final class StoreOpener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);

  private final DataFolder folder;
  private final Supplier<Configuration> configuration;
  private @Nullable MongoStores stores;
  private boolean closed;

  StoreOpener(DataFolder folder, Supplier<Configuration> configuration) {
    this.folder = folder;
    this.configuration = configuration;
  }

  /// The open store.
  ///
  /// @throws app.fragments.store.StoreUnavailableException where a MongoDB does not answer
  /// @throws StoreException where the store refuses, or this was closed
  synchronized MongoStores get() {
    if (closed) {
      throw new StoreException("The store is closed", null);
    }
    if (stores == null) {
      StoreLocation location = location();
      stores = MongoStores.open(location);
      LOG.info("Opened the store {}", location);
    }
    return stores;
  }

  /// The newest entries of the built-in store, as long as nobody has asked for the store itself.
  ///
  /// @return empty where only the open store can tell
  synchronized Optional<List<EntryHeader>> firstPage(String userId, int limit) {
    return !closed && stores == null && location() instanceof StoreLocation.BuiltIn builtIn
        ? StartupSnapshot.read(builtIn.folder(), userId, limit)
        : Optional.empty();
  }

  /// The open store, or empty where nobody has asked for it yet.
  synchronized Optional<MongoStores> ifOpen() {
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
    if (stores != null) {
      stores.close();
    }
  }
}
