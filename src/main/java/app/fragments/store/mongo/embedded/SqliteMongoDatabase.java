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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A database whose collections and indexes are tables of one file. The library lists them in
/// system collections, which it reads when this object is created.
final class SqliteMongoDatabase extends AbstractMongoDatabase<Long> {
  private final Sqlite sqlite;

  /// The aggregation that drivers send for `countDocuments`: a match and a group that sums ones.
  /// The library would read every document; an index can often count them.
  record CountPipeline(String collection, Document match) {
    private static final Document COUNTING =
        new Document("_id", 1).append("n", new Document("$sum", 1));

    /// The pipeline of an `aggregate` command, or empty if it is another one.
    static Optional<CountPipeline> of(Document command) {
      return command.get("aggregate") instanceof String collection
              && command.get("pipeline") instanceof List<?> stages
              && stages.size() == 2
              && stages.get(0) instanceof Document first
              && first.get("$match") instanceof Document match
              && first.size() == 1
              && new Document("$group", COUNTING).equals(stages.get(1))
          ? Optional.of(new CountPipeline(collection, match))
          : Optional.empty();
    }
  }

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
        .map(this::count)
        .orElseGet(
            () -> super.handleCommand(channel, command, byKey(command, query), resolver, oplog));
  }

  private Document count(CountPipeline pipeline) {
    MongoCollection<Long> collection = resolveCollection(pipeline.collection(), false);
    int count = collection == null ? 0 : collection.count(pipeline.match(), 0, 0);
    List<Document> batch =
        count == 0 ? List.of() : List.of(new Document(Map.of("_id", 1, "n", count)));
    Document cursor =
        new Document("id", 0L)
            .append("ns", databaseName + "." + pipeline.collection())
            .append("firstBatch", batch);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  /// Specifies the index to drop by its key. By name, the library would remove the indexes of that
  /// name in all collections from its list.
  private Document byKey(String command, Document query) {
    if (!command.equals("dropIndexes") || !(query.get("index") instanceof String name)) {
      return query;
    }
    String namespace = databaseName + "." + query.get(command);
    return resolveCollection("system.indexes", true)
        .queryAllAsStream()
        .filter(index -> name.equals(index.get("name")) && namespace.equals(index.get("ns")))
        .findFirst()
        .map(index -> query.clone().append("index", index.get("key")))
        .orElse(query);
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

  /// Compares every index with the documents of its collection. Empty if nothing is wrong.
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
          String finding = "%s, index %s: %d entries missing, %d too many";
          findings.add(
              finding.formatted(collection.getFullName(), index.getName(), missing, extra));
        }
      }
    }
    return findings;
  }

  private static String indexEntry(byte[] key, long position) {
    return HexFormat.of().formatHex(key) + "@" + position;
  }

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
