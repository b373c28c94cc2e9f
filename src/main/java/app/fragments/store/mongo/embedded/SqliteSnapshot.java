package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a few documents straight from the built-in store's file: what [EmbeddedServer] would
/// answer, without a server's start. It changes nothing.
///
/// To be over before the same process opens the store, which looks into the file with Java's means:
/// closing it then gives up all locks that the process has on it.
public final class SqliteSnapshot {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteSnapshot.class);

  private SqliteSnapshot() {}

  /// The first documents of an index, in its order, as BSON.
  ///
  /// @param folder the store's
  /// @param index the name of one whose first fields are ascending
  /// @param start the values of those, which all the documents have in common
  /// @return nothing where there is no store yet; empty where it has to be opened to know, since
  ///   another version or another program has written it, it has no such index, or it is broken
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
      try (Sqlite sqlite = Sqlite.openToRead(file)) {
        sqlite.onlyRead();
        String keys = TableName.quoted(TableName.ofIndex(database, collection, index));
        if (!sqlite.isOfThisVersion() || SqliteIndex.hasUnordered(sqlite, keys)) {
          return Optional.empty();
        }
        String documents = TableName.quoted(TableName.ofCollection(database, collection));
        String sql = TableScan.ofIndex(keys, documents) + " ORDER BY i.key LIMIT ?";
        return Optional.of(read(sqlite.statement(sql), range(start), limit));
      }
    } catch (StoreException | StorageException | SQLException | IOException e) {
      LOG.debug("The store's file cannot be read before it is opened", e);
      return Optional.empty();
    }
  }

  private static KeyRange range(List<@Nullable Object> start) {
    SortKeyEncoder key = new SortKeyEncoder(SqliteIndex.ORDERED);
    for (Object value : start) {
      key.write(value, true);
    }
    return KeyRange.startingWith(key.toBytes());
  }

  private static List<byte[]> read(PreparedStatement statement, KeyRange keys, int limit)
      throws SQLException {
    statement.setBytes(1, keys.from());
    statement.setBytes(2, keys.to());
    statement.setInt(3, limit);
    List<byte[]> documents = new ArrayList<>(limit);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        documents.add(rows.getBytes(1));
      }
    }
    return documents;
  }
}
