package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A database whose collections and indexes are tables of one file. As usual in the library, it
/// lists them in collections of its own, which are read when this object is created.
final class SqliteMongoDatabase extends AbstractMongoDatabase<Long> {
  private final Sqlite sqlite;

  SqliteMongoDatabase(Sqlite sqlite, String name, CursorRegistry cursors) {
    super(name, cursors);
    this.sqlite = sqlite;
    initializeNamespacesAndIndexes();
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
    Optional<CountPipeline> counting =
        command.equals("aggregate") ? CountPipeline.of(query) : Optional.empty();
    return counting
        .map(count -> count.answer(databaseName, resolveCollection(count.collection(), false)))
        .orElseGet(
            () -> super.handleCommand(channel, command, byKey(command, query), resolver, oplog));
  }

  /// Specifies the index to drop by its key. By name, the library would remove the indexes of that
  /// name in all collections from its list.
  private Document byKey(String command, Document query) {
    if (!command.equals("dropIndexes") || !(query.get("index") instanceof String name)) {
      return query;
    }
    String namespace = databaseName + "." + query.get(command);
    Object key =
        resolveCollection("system.indexes", true)
            .queryAllAsStream()
            .filter(index -> name.equals(index.get("name")) && namespace.equals(index.get("ns")))
            .map(index -> index.get("key"))
            .findFirst()
            .orElse(null);
    if (key == null) {
      return query;
    }
    Document byKey = query.clone();
    byKey.put("index", key);
    return byKey;
  }

  @Override
  protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
    return new SqliteCollection(sqlite, this, name, options, cursorRegistry);
  }

  @Override
  protected Index<Long> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return index(collection, name, keys, true, sparse);
  }

  @Override
  protected Index<Long> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return index(collection, name, keys, false, sparse);
  }

  private Index<Long> index(
      String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
    String table = TableName.ofIndex(databaseName, collection, name);
    return new SqliteIndex(sqlite, table, name, keys, unique, sparse);
  }

  /// Compares every index with the documents of its collection.
  ///
  /// @return what is wrong; empty if nothing is
  List<String> checkIndexes() {
    List<String> findings = new ArrayList<>();
    for (SqliteCollection collection : stored()) {
      for (SqliteIndex index : collection.sqliteIndexes()) {
        Set<String> expected = new HashSet<>();
        collection
            .streamAllDocumentsWithPosition()
            .forEach(
                row -> {
                  byte[] key = index.keyOf(row.getDocument());
                  if (key != null) {
                    expected.add(indexEntry(key, row.getPosition()));
                  }
                });
        List<String> actual =
            sqlite.query(
                "SELECT key, pos FROM " + index.table(),
                row -> indexEntry(row.getBytes(1), row.getLong(2)));
        long extra = actual.stream().filter(entry -> !expected.contains(entry)).count();
        long missing = expected.size() - (actual.size() - extra);
        if (missing > 0 || extra > 0) {
          findings.add(
              "%s, index %s: %d entries missing, %d too many"
                  .formatted(collection.getFullName(), index.getName(), missing, extra));
        }
      }
    }
    return findings;
  }

  private static String indexEntry(byte[] key, long position) {
    return HexFormat.of().formatHex(key) + "@" + position;
  }

  /// All collections except the system ones.
  private List<SqliteCollection> stored() {
    return resolveCollection("system.namespaces", true)
        .queryAllAsStream()
        .map(namespace -> String.valueOf(namespace.get("name")))
        .map(name -> name.substring(databaseName.length() + 1))
        .filter(name -> !name.startsWith("system."))
        .map(name -> (SqliteCollection) resolveCollection(name, true))
        .toList();
  }

  @Override
  protected long getFileSize() {
    return sqlite.number("PRAGMA page_count") * sqlite.number("PRAGMA page_size");
  }

  @Override
  protected long getStorageSize() {
    return getFileSize();
  }
}
