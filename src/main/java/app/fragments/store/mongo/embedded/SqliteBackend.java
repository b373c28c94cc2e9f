package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The library's server on one SQLite file, for one thread.
///
/// What it keeps in memory are the names of collections and indexes. SQLite counts each change of
/// its tables (`PRAGMA schema_version`), whichever process makes it: when the count is another one,
/// what is in memory is forgotten.
final class SqliteBackend extends AbstractMongoBackend {
  private final Sqlite sqlite;
  private final Map<String, MongoDatabase> databases = new HashMap<>();
  private long catalogue = -1;

  SqliteBackend(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /// Runs a command within the transaction that is open.
  Document run(Channel channel, ServerCommand command) {
    Document reply = handleCommand(channel, command.database(), command.name(), command.body());
    if (command.writes()) {
      catalogue = schemaVersion();
    }
    return reply;
  }

  /// Answers a greeting; from any thread.
  Document greet(Channel channel, Document body) {
    return handleCommand(channel, ADMIN, "isMaster", body).append("isWritablePrimary", true);
  }

  private static final String ADMIN = "admin";

  /// Forgets the catalogue where another process, or a transaction that was undone, has changed it.
  void refresh() {
    long version = schemaVersion();
    if (version != catalogue) {
      databases.clear();
      catalogue = version;
    }
  }

  /// Forgets the catalogue, after a command that may have been undone half-way.
  void forget() {
    databases.clear();
  }

  /// Whether the command's database is known, so that running it makes no table.
  boolean isOpen(ServerCommand command) {
    return command.database().equals(ADMIN) || databases.containsKey(command.database());
  }

  private long schemaVersion() {
    return sqlite.number("PRAGMA schema_version");
  }

  @Override
  public MongoDatabase resolveDatabase(String name) {
    MongoDatabase known = databases.get(name);
    if (known == null) {
      known = openOrCreateDatabase(name);
      databases.put(name, known);
    }
    return known;
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
