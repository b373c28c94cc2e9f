package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A collection as a table of BSON documents. What the library does not do by itself is here:
/// storing, and answering queries from indexes.
final class SqliteCollection extends AbstractMongoCollection<Long> {
  private final Sqlite sqlite;
  private final String table;

  /// Opens the collection's table, or makes it.
  SqliteCollection(
      Sqlite sqlite,
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.sqlite = sqlite;
    String tableName = TableName.ofCollection(database.getDatabaseName(), name);
    this.table = TableName.quoted(tableName);
    if (!sqlite.hasTable(tableName)) {
      sqlite.execute("CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, doc BLOB NOT NULL)");
    }
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    Document order = orderBy == null ? new Document() : orderBy;
    Optional<QueryPlan> plan = QueryPlanner.plan(sqliteIndexes(), query, order);
    Comparator<Document> comparator = deriveComparator(order);
    boolean sorted = comparator == null || plan.map(QueryPlan::sorted).orElse(false);
    List<Document> found = new ArrayList<>();
    int enough = sorted && limit > 0 ? skip + limit : Integer.MAX_VALUE;
    scan(plan, isNaturalDescending(order))
        .forEach(
            document -> {
              if (documentMatchesQuery(document, query)) {
                // whole documents are kept only where they are still to be sorted
                found.add(sorted ? projected(document, fields) : document);
              }
              return found.size() < enough;
            });
    // all that is left to do: skip and cut, and before that sort where no index did, then project
    return sorted
        ? rest(found.stream(), skip, limit, batchSize, null, null)
        : rest(found.stream(), skip, limit, batchSize, comparator, fields);
  }

  private QueryResult rest(
      Stream<Document> found,
      int skip,
      int limit,
      int batchSize,
      @Nullable Comparator<Document> comparator,
      @Nullable Document fields) {
    return matchDocumentsFromStream(
        new Document(), found, skip, limit, batchSize, comparator, fields);
  }

  private Document projected(Document document, @Nullable Document fields) {
    return fields == null || fields.isEmpty()
        ? document
        : rest(Stream.of(document), 0, 0, 0, null, fields).iterator().next();
  }

  private TableScan scan(Optional<QueryPlan> plan, boolean backwards) {
    return plan.map(known -> TableScan.ofPlan(sqlite, table, known))
        .orElseGet(() -> TableScan.ofTable(sqlite, table, backwards));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
  }

  List<SqliteIndex> sqliteIndexes() {
    return getIndexes().stream().map(SqliteIndex.class::cast).toList();
  }

  @Override
  public int count(@Nullable Document query, int skip, int limit) {
    long all = query == null || query.isEmpty() ? count() : countMatching(query);
    long rest = Math.max(0, all - skip);
    return Math.toIntExact(limit > 0 ? Math.min(limit, rest) : rest);
  }

  private long countMatching(Document query) {
    Optional<QueryPlan> plan = QueryPlanner.plan(sqliteIndexes(), query, new Document());
    if (plan.isPresent() && plan.get().exact()) {
      return TableScan.count(sqlite, plan.get());
    }
    AtomicLong count = new AtomicLong();
    scan(plan, false)
        .forEach(
            document -> {
              if (documentMatchesQuery(document, query)) {
                count.incrementAndGet();
              }
              return true;
            });
    return count.get();
  }

  @Override
  public int count() {
    return Math.toIntExact(sqlite.number("SELECT count(*) FROM " + table));
  }

  @Override
  public boolean isEmpty() {
    return sqlite.number("SELECT EXISTS (SELECT 1 FROM " + table + ")") == 0;
  }

  @Override
  protected Document getDocument(Long position) {
    try {
      PreparedStatement read = sqlite.statement("SELECT doc FROM " + table + " WHERE id = ?");
      read.setLong(1, position);
      try (ResultSet row = read.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("An index names a row that is not there: " + position);
        }
        return BsonBlobs.decode(row.getBytes(1));
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  @Override
  protected Long addDocumentInternal(Document document) {
    write("INSERT INTO " + table + " (doc) VALUES (?)", BsonBlobs.encode(document), null);
    return sqlite.number("SELECT last_insert_rowid()");
  }

  @Override
  protected void handleUpdate(Long position, Document old, Document changed) {
    write(
        "UPDATE " + table + " SET doc = ? WHERE id = ?", encode(position, old, changed), position);
  }

  /// The library has brought the indexes up to date already, and takes a refusal as the fate of one
  /// document: the command goes on.
  private byte[] encode(Long position, Document old, Document changed) {
    try {
      return BsonBlobs.encode(changed);
    } catch (MongoServerError e) {
      sqliteIndexes().forEach(index -> index.updateInPlace(changed, old, position, this));
      throw e;
    }
  }

  private void write(String sql, byte[] document, @Nullable Long position) {
    try {
      PreparedStatement statement = sqlite.statement(sql);
      statement.setBytes(1, document);
      if (position != null) {
        statement.setLong(2, position);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  @Override
  public void removeDocument(Document document) {
    Long position =
        sqliteIndexes().stream()
            .map(index -> index.getPosition(document))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> findDocumentPosition(document));
    if (position != null) {
      sqliteIndexes().forEach(index -> index.delete(document, position));
      removeDocument(position);
    }
  }

  @Override
  protected void removeDocument(Long position) {
    try {
      PreparedStatement delete = sqlite.statement("DELETE FROM " + table + " WHERE id = ?");
      delete.setLong(1, position);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  @Override
  protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
    return TableScan.rows(sqlite, table).stream()
        .map(position -> new DocumentWithPosition<>(getDocument(position), position));
  }

  @Override
  protected Cursor createCursor(List<Document> remaining) {
    BatchCursor cursor = new BatchCursor(cursorRegistry.generateCursorId(), remaining);
    cursorRegistry.add(cursor);
    return cursor;
  }

  @Override
  protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
    int first = BatchCursor.sizeOfBatch(matched, batchSize);
    if (first == matched.size()) {
      return new QueryResult(matched);
    }
    Cursor cursor = createCursor(new ArrayList<>(matched.subList(first, matched.size())));
    return new QueryResult(matched.subList(0, first), cursor);
  }

  @Override
  public void drop() {
    super.drop();
    sqlite.forgetStatements();
    sqlite.execute("DROP TABLE " + table);
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {
    throw new UnsupportedOperationException("The size is asked of the table");
  }

  @Override
  protected int getDataSize() {
    return (int)
        Math.min(
            Integer.MAX_VALUE, sqlite.number("SELECT coalesce(sum(length(doc)), 0) FROM " + table));
  }
}
