package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An index as a table of sorted keys (see [SortKeyEncoder]), each with its document's row. A
/// document with a value that has no sort key (such as an array) is stored under the key
/// [#UNORDERED]. While there is one, the index cannot answer queries.
final class SqliteIndex extends Index<Long> {
  static final byte UNORDERED = 0;
  static final byte ORDERED = 1;

  private final Sqlite sqlite;
  private final boolean unique;
  private final String table;
  private final boolean isNew;

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
    this.isNew = !sqlite.hasTable(tableName);
    if (isNew) {
      String columns = " (key BLOB NOT NULL, pos INTEGER NOT NULL, PRIMARY KEY (key, pos))";
      sqlite.execute("CREATE TABLE " + table + columns + " WITHOUT ROWID");
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
        && directions(other).equals(directions(this));
  }

  private static List<String> directions(Index<?> index) {
    return index.getKeys().stream().map(key -> key.getKey() + key.isAscending()).toList();
  }

  /// Whether the collection's documents must still be added; a sparse index may have no rows even
  /// afterwards.
  @Override
  public boolean isEmpty() {
    return isNew;
  }

  @Override
  public long getCount() {
    return sqlite.number("SELECT count(*) FROM " + table);
  }

  @Override
  public long getDataSize() {
    return sqlite.number("SELECT coalesce(sum(length(key) + 8), 0) FROM " + table);
  }

  boolean isOrdered() {
    return !hasUnordered(sqlite, table);
  }

  static boolean hasUnordered(Sqlite sqlite, String table) {
    return sqlite.number("SELECT EXISTS (SELECT 1 FROM " + table + " WHERE key = x'00')") != 0;
  }

  /// The document's key, or null if a sparse index leaves it out.
  byte @Nullable [] keyOf(Document document) {
    SortKeyEncoder key = new SortKeyEncoder(ORDERED);
    boolean ordered = true;
    boolean hasValue = false;
    for (IndexKey field : getKeys()) {
      Object value = valueOf(document, field);
      hasValue |= !(value instanceof Missing);
      ordered &= SortKeyEncoder.canWrite(value);
      if (ordered) {
        key.write(value, field.isAscending());
      }
    }
    if (isSparse() && !hasValue) {
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
      String message =
          "The unique index " + getName() + " takes no arrays, documents or rare types";
      throw new MongoServerError(2, "BadValue", message);
    }
    Long other = positionOf(key);
    if (other != null && !other.equals(own)) {
      throw new DuplicateKeyError(
          this, collection, getKeys(), getKeyValues(document).iterator().next());
    }
  }

  @Override
  public void add(Document document, Long position, MongoCollection<Long> collection) {
    if (isNew) {
      // the library checks all documents, then adds all: two of them may have the same key
      checkAdd(document, collection);
    }
    byte[] key = keyOf(document);
    if (key != null) {
      sqlite.update("INSERT INTO " + table + " (key, pos) VALUES (?, ?)", key, position);
    }
  }

  void delete(Document document, Long position) {
    byte[] key = keyOf(document);
    if (key != null) {
      sqlite.update("DELETE FROM " + table + " WHERE key = ? AND pos = ?", key, position);
    }
  }

  @Override
  public void updateInPlace(
      Document old, Document changed, Long position, MongoCollection<Long> collection) {
    if (changesKey(old, changed)) {
      delete(old, position);
      add(changed, position, collection);
    }
  }

  /// Compares the fields first: most updates change none of them, and keys cost more.
  private boolean changesKey(Document old, Document changed) {
    return getKeys().stream()
            .anyMatch(key -> !Objects.equals(valueOf(old, key), valueOf(changed, key)))
        && !Arrays.equals(keyOf(old), keyOf(changed));
  }

  private static Object valueOf(Document document, IndexKey key) {
    return Utils.getSubdocumentValueCollectionAware(document, key.getKey());
  }

  /// Null if the index is not unique.
  @Override
  public @Nullable Long getPosition(Document document) {
    byte[] key = unique ? keyOf(document) : null;
    return key == null ? null : positionOf(key);
  }

  private @Nullable Long positionOf(byte[] key) {
    String sql = "SELECT pos FROM " + table + " WHERE key = ? LIMIT 1";
    return sqlite.query(sql, row -> row.getLong(1), key).stream().findFirst().orElse(null);
  }

  @Override
  public void drop() {
    sqlite.closeStatements();
    sqlite.execute("DROP TABLE " + table);
  }

  /// The collection removes by row, see [#delete].
  @Override
  public Long remove(Document document) {
    Long position = Objects.requireNonNull(getPosition(document));
    delete(document, position);
    return position;
  }

  /// False: [QueryPlanner] chooses the index, not the library.
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Long> getPositions(Document query) {
    throw new UnsupportedOperationException("Queries are planned by QueryPlanner");
  }
}
