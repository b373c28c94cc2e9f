package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a few documents straight from the built-in store's file, without starting the server. Must
/// finish before this process opens the store: that also reads the file with Java's own I/O, which
/// releases all of the process's locks on it.
public final class SqliteSnapshot {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteSnapshot.class);

  private SqliteSnapshot() {}

  /// Reads the first documents of an index, in its order, as BSON.
  ///
  /// @param start the values of the index's first fields, which are ascending
  /// @return no documents if there is no store yet; empty if the store must be opened to know: the
  ///   file is of another version or program, lacks the index, or is damaged
  public static Optional<List<byte[]>> first(
      Path folder,
      String database,
      String collection,
      String index,
      List<@Nullable Object> start,
      int limit) {
    Path file = folder.resolve(StoreFile.NAME);
    if (Files.notExists(file)) {
      return Optional.of(List.of());
    }
    try {
      StoreFile.refuseNetworkDrive(folder.toRealPath());
      try (Sqlite sqlite = Sqlite.openReadOnly(file)) {
        String keys = TableName.quoted(TableName.ofIndex(database, collection, index));
        if (!sqlite.isOfThisVersion() || SqliteIndex.hasUnordered(sqlite, keys)) {
          return Optional.empty();
        }
        SortKeyEncoder prefix = new SortKeyEncoder(SqliteIndex.ORDERED);
        start.forEach(value -> prefix.write(value, true));
        QueryPlan.KeyRange range = QueryPlan.KeyRange.startingWith(prefix.toBytes());
        String documents = TableName.quoted(TableName.ofCollection(database, collection));
        String sql = SqliteCollection.selectByKey(keys, documents) + " ORDER BY i.key LIMIT ?";
        return Optional.of(
            sqlite.query(sql, row -> row.getBytes(1), range.from(), range.to(), limit));
      }
    } catch (StoreException | StorageException | IOException e) {
      LOG.debug("Cannot read the store's file before it is opened", e);
      return Optional.empty();
    }
  }
}
