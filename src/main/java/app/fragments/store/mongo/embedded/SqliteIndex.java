package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An index, unique or not, as a table of [SortKeyEncoder]'s keys in order, each with its
/// document's row.
///
/// A document with a value that has no such key (an array, say) stands in the table's part
/// [#UNORDERED] instead. While there is one, no query may be answered from the index.
final class SqliteIndex extends Index<Long> {
  static final byte UNORDERED = 0;
  static final byte ORDERED = 1;

  private final Sqlite sqlite;
  private final boolean unique;
  private final String table;
  private final boolean fresh;

  /// Opens the index's table, or makes it.
  SqliteIndex(
      Sqlite sqlite,
      String tableName,
      String name,
      List<IndexKey> keys,
      boolean unique,
      boolean sparse) {
    super(name, keys, sparse);
    this.sqlite = sqlite;
    this.unique = unique;
    this.table = TableName.quoted(tableName);
    this.fresh = !sqlite.hasTable(tableName);
    if (fresh) {
      sqlite.execute(
          "CREATE TABLE "
              + table
              + " (key BLOB NOT NULL, pos INTEGER NOT NULL, PRIMARY KEY (key, pos)) WITHOUT ROWID");
    }
  }

  String table() {
    return table;
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  protected boolean isSparse() {
    return super.isSparse();
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return super.hasSameOptions(other)
        && other.isUnique() == unique
        && keysOf(other).equals(keysOf(this));
  }

  private static List<String> keysOf(Index<?> index) {
    return index.getKeys().stream().map(key -> key.getKey() + key.isAscending()).toList();
  }

  /// Whether the collection's documents are still to be added: not whether there are none, since a
  /// sparse index of many documents may well be empty.
  @Override
  public boolean isEmpty() {
    return fresh;
  }

  @Override
  public long getCount() {
    return sqlite.number("SELECT count(*) FROM " + table);
  }

  @Override
  public long getDataSize() {
    return sqlite.number("SELECT coalesce(sum(length(key) + 8), 0) FROM " + table);
  }

  /// Whether queries may be answered from it now.
  boolean isOrdered() {
    return !hasUnordered(sqlite, table);
  }

  /// Whether an index has documents that stand in no order.
  ///
  /// @param table the index's, quoted
  static boolean hasUnordered(Sqlite sqlite, String table) {
    return sqlite.number("SELECT EXISTS (SELECT 1 FROM " + table + " WHERE key = x'00')") != 0;
  }

  /// The document's key, or null where a sparse index leaves it out.
  byte @Nullable [] keyOf(Document document) {
    SortKeyEncoder key = new SortKeyEncoder(ORDERED);
    boolean ordered = true;
    boolean anything = false;
    for (IndexKey field : getKeys()) {
      Object value = Utils.getSubdocumentValueCollectionAware(document, field.getKey());
      anything |= !(value instanceof Missing);
      if (!SortKeyEncoder.canWrite(value)) {
        ordered = false;
      } else if (ordered) {
        key.write(value, field.isAscending());
      }
    }
    if (isSparse() && !anything) {
      return null;
    }
    return ordered ? key.toBytes() : new byte[] {UNORDERED};
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Long> collection) {
    checkUnique(document, null, collection);
  }

  @Override
  public void checkUpdate(Document old, Document changed, MongoCollection<Long> collection) {
    if (unique && changesKey(old, changed)) {
      checkUnique(changed, getPosition(old), collection);
    }
  }

  private void checkUnique(
      Document document, @Nullable Long own, MongoCollection<Long> collection) {
    byte[] key = unique ? keyOf(document) : null;
    if (key == null) {
      return;
    }
    if (key[0] == UNORDERED) {
      throw new MongoServerError(
          2,
          "BadValue",
          "The unique index " + getName() + " takes no arrays, documents or rare types");
    }
    Long other = positionOf(key);
    if (other != null && !other.equals(own)) {
      KeyValue value = getKeyValues(document).iterator().next();
      throw new DuplicateKeyError(this, collection, getKeys(), value);
    }
  }

  @Override
  public void add(Document document, Long position, MongoCollection<Long> collection) {
    if (fresh) {
      // the library checks all documents, then adds all: two of them may be the same
      checkAdd(document, collection);
    }
    change("INSERT INTO " + table + " (key, pos) VALUES (?, ?)", keyOf(document), position);
  }

  /// Takes a document out.
  void delete(Document document, Long position) {
    change("DELETE FROM " + table + " WHERE key = ? AND pos = ?", keyOf(document), position);
  }

  @Override
  public void updateInPlace(
      Document old, Document changed, Long position, MongoCollection<Long> collection) {
    if (changesKey(old, changed)) {
      delete(old, position);
      add(changed, position, collection);
    }
  }

  /// Asked of every index at every update, and mostly answered by the fields themselves.
  private boolean changesKey(Document old, Document changed) {
    return !sameFields(old, changed) && !Arrays.equals(keyOf(old), keyOf(changed));
  }

  private boolean sameFields(Document old, Document changed) {
    for (IndexKey key : getKeys()) {
      Object before = Utils.getSubdocumentValueCollectionAware(old, key.getKey());
      Object after = Utils.getSubdocumentValueCollectionAware(changed, key.getKey());
      if (!Objects.equals(before, after)) {
        return false;
      }
    }
    return true;
  }

  private void change(String sql, byte @Nullable [] key, Long position) {
    if (key == null) {
      return;
    }
    try {
      PreparedStatement statement = sqlite.statement(sql);
      statement.setBytes(1, key);
      statement.setLong(2, position);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// The document's row where the index is unique; the others have nothing to say about that.
  @Override
  public @Nullable Long getPosition(Document document) {
    byte[] key = unique ? keyOf(document) : null;
    return key == null ? null : positionOf(key);
  }

  private @Nullable Long positionOf(byte[] key) {
    try {
      PreparedStatement statement =
          sqlite.statement("SELECT pos FROM " + table + " WHERE key = ? LIMIT 1");
      statement.setBytes(1, key);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? found.getLong(1) : null;
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  @Override
  public void drop() {
    sqlite.forgetStatements();
    sqlite.execute("DROP TABLE " + table);
  }

  /// The collection removes by row, see [#delete].
  @Override
  public Long remove(Document document) {
    Long position = Objects.requireNonNull(getPosition(document));
    delete(document, position);
    return position;
  }

  /// Queries are planned by [QueryPlanner], not by the library's own choice of an index.
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Long> getPositions(Document query) {
    throw new UnsupportedOperationException("Queries are planned by QueryPlanner");
  }
}
