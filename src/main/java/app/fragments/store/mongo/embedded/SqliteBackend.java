package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The library's server on one SQLite file, for one thread. Caches only the catalog: the names of
/// collections and indexes. SQLite counts the changes of its tables by all processes (`PRAGMA
/// schema_version`).
final class SqliteBackend extends AbstractMongoBackend {
  private static final String ADMIN = "admin";
  private final Sqlite sqlite;
  private final Map<String, MongoDatabase> databases = new HashMap<>();
  private long catalogVersion = -1;

  SqliteBackend(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  Document run(Channel channel, ServerCommand command) {
    Document reply = handleCommand(channel, command.database(), command.name(), command.body());
    if (command.writes()) {
      catalogVersion = schemaVersion();
    }
    return reply;
  }

  /// Thread-safe.
  Document handshake(Channel channel, Document body) {
    return handleCommand(channel, ADMIN, "isMaster", body).append("isWritablePrimary", true);
  }

  /// Drops the catalog if another process or a rollback has changed it.
  void refreshCatalog() {
    long version = schemaVersion();
    if (version != catalogVersion) {
      databases.clear();
      catalogVersion = version;
    }
  }

  /// Drops the catalog after a command that may have been rolled back.
  void forgetCatalog() {
    databases.clear();
  }

  /// Whether the command's database is known, so that running it creates no table.
  boolean isOpen(ServerCommand command) {
    return command.database().equals(ADMIN) || databases.containsKey(command.database());
  }

  private long schemaVersion() {
    return sqlite.number("PRAGMA schema_version");
  }

  @Override
  public MongoDatabase resolveDatabase(String name) {
    return databases.computeIfAbsent(name, this::openOrCreateDatabase);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new SqliteMongoDatabase(sqlite, name, getCursorRegistry());
  }

  @Override
  protected Set<String> listDatabaseNames() {
    return Set.copyOf(databases.keySet());
  }

  @Override
  public void dropDatabase(String name) {
    resolveDatabase(name).drop(oplog);
    databases.remove(name);
  }

  @Override
  public void handleClose(Channel channel) {
    databases.values().forEach(database -> database.handleClose(channel));
  }
}
