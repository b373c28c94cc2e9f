package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A collection as a table of BSON documents: stores documents and answers queries from indexes;
/// the library does the rest.
final class SqliteCollection extends AbstractMongoCollection<Long> {
  private static final int TYPICAL_BYTES = 2_048;

  private final Sqlite sqlite;
  private final String table;

  /// Whether a query is for an update or delete, which take the whole result, not batches.
  private boolean isWriting;

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
    scan(
        plan,
        isNaturalDescending(order),
        document -> {
          if (documentMatchesQuery(document, query)) {
            // whole documents are only needed for sorting
            found.add(sorted ? projected(document, fields) : document);
          }
          return found.size() < enough;
        });
    return matchDocumentsFromStream(
        new Document(),
        found.stream(),
        skip,
        limit,
        batchSize,
        sorted ? null : comparator,
        sorted ? null : fields);
  }

  private Document projected(Document document, @Nullable Document fields) {
    return fields == null || fields.isEmpty()
        ? document
        : matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, null, fields)
            .iterator()
            .next();
  }

  /// Reads documents one at a time until the consumer returns false. Equal keys come in the order
  /// of insertion. Without a plan, `descending` starts with the last document.
  private void scan(Optional<QueryPlan> plan, boolean descending, Predicate<Document> consumer) {
    Sqlite.RowMapper<Boolean> read = row -> consumer.test(decode(row.getBytes(1)));
    if (plan.isEmpty()) {
      sqlite.scan("SELECT doc FROM " + table + " ORDER BY id" + (descending ? " DESC" : ""), read);
      return;
    }
    String direction = plan.get().order() == QueryPlan.Order.BACKWARDS ? " DESC" : "";
    String sql =
        selectByKey(plan.get().index().table(), table) + " ORDER BY i.key" + direction + ", i.pos";
    for (QueryPlan.KeyRange range : plan.get().ranges()) {
      if (!sqlite.scan(sql, read, range.from(), range.to())) {
        return;
      }
    }
  }

  /// SQL for a collection's documents whose keys in an index `i` are in a range, to be bound. The
  /// names of both tables are quoted.
  static String selectByKey(String index, String collection) {
    return "SELECT d.doc FROM "
        + index
        + " i CROSS JOIN "
        + collection
        + " d ON d.id = i.pos WHERE i.key >= ? AND i.key < ?";
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
      String sql =
          "SELECT count(*) FROM " + plan.get().index().table() + " WHERE key >= ? AND key < ?";
      return plan.get().ranges().stream()
          .mapToLong(range -> sqlite.number(sql, range.from(), range.to()))
          .sum();
    }
    AtomicLong count = new AtomicLong();
    scan(plan, false, read -> !documentMatchesQuery(read, query) || count.incrementAndGet() > 0);
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
    String sql = "SELECT doc FROM " + table + " WHERE id = ?";
    List<byte[]> found = sqlite.query(sql, row -> row.getBytes(1), position);
    if (found.isEmpty()) {
      throw new IllegalStateException("An index names a missing row: " + position);
    }
    return decode(found.getFirst());
  }

  @Override
  protected Long addDocumentInternal(Document document) {
    sqlite.update("INSERT INTO " + table + " (doc) VALUES (?)", encode(document));
    return sqlite.number("SELECT last_insert_rowid()");
  }

  @Override
  protected void handleUpdate(Long position, Document old, Document changed) {
    byte[] bson;
    try {
      bson = encode(changed);
    } catch (MongoServerError e) {
      // the library has already updated the indexes and will continue with other documents
      sqliteIndexes().forEach(index -> index.updateInPlace(changed, old, position, this));
      throw e;
    }
    sqlite.update("UPDATE " + table + " SET doc = ? WHERE id = ?", bson, position);
  }

  /// @throws MongoServerError above MongoDB's limit of 16 MB: it could not be read again
  private static byte[] encode(Document document) {
    ByteBuf buffer = Unpooled.buffer(TYPICAL_BYTES);
    BsonEncoder.encodeDocument(document, buffer);
    if (buffer.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
      throw new MongoServerError(10334, "BSONObjectTooLarge", "The document is larger than 16 MB");
    }
    return Arrays.copyOf(buffer.array(), buffer.readableBytes());
  }

  private static Document decode(byte[] bson) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
  }

  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    isWriting = true;
    try {
      return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
    } finally {
      isWriting = false;
    }
  }

  @Override
  public int deleteDocuments(Document selector, int limit, Oplog oplog) {
    isWriting = true;
    try {
      return super.deleteDocuments(selector, limit, oplog);
    } finally {
      isWriting = false;
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
    sqlite.update("DELETE FROM " + table + " WHERE id = ?", position);
  }

  @Override
  protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
    return sqlite.query("SELECT id FROM " + table + " ORDER BY id", row -> row.getLong(1)).stream()
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
    int first = isWriting ? matched.size() : BatchCursor.sizeOfBatch(matched, batchSize);
    if (first == matched.size()) {
      return new QueryResult(matched);
    }
    Cursor cursor = createCursor(new ArrayList<>(matched.subList(first, matched.size())));
    return new QueryResult(matched.subList(0, first), cursor);
  }

  @Override
  public void drop() {
    super.drop();
    sqlite.closeStatements();
    sqlite.execute("DROP TABLE " + table);
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {
    throw new UnsupportedOperationException("The size is read from the table");
  }

  @Override
  protected int getDataSize() {
    long size = sqlite.number("SELECT coalesce(sum(length(doc)), 0) FROM " + table);
    return (int) Math.min(Integer.MAX_VALUE, size);
  }

  /// The rest of a result, in batches that fit into a message.
  private static final class BatchCursor extends AbstractCursor {
    /// MongoDB's limit for a batch.
    private static final long MAX_BYTES = 16L << 20;

    private static final int SMALL_VALUE = 16;

    private List<Document> remaining;

    BatchCursor(long id, List<Document> remaining) {
      super(id);
      this.remaining = remaining;
    }

    @Override
    public boolean isEmpty() {
      return remaining.isEmpty();
    }

    @Override
    public List<Document> takeDocuments(int batchSize) {
      int size = sizeOfBatch(remaining, batchSize);
      List<Document> batch = remaining.subList(0, size);
      remaining = remaining.subList(size, remaining.size());
      return batch;
    }

    /// How many documents go into the next batch, at least one. The `batchSize` is 0 for as many as
    /// fit.
    static int sizeOfBatch(List<Document> documents, int batchSize) {
      int most = batchSize > 0 ? Math.min(batchSize, documents.size()) : documents.size();
      long bytes = 0;
      for (int i = 0; i < most; i++) {
        bytes += roughSize(documents.get(i));
        if (i > 0 && bytes > MAX_BYTES) {
          return i;
        }
      }
      return most;
    }

    /// At least half the encoded size of text and collections.
    private static long roughSize(@Nullable Object value) {
      return switch (value) {
        case String text -> SMALL_VALUE + 2L * text.length();
        case BinData binary -> SMALL_VALUE + 2L * binary.getData().length;
        case Map<?, ?> map -> SMALL_VALUE * (long) map.size() + roughSize(map.values());
        case Collection<?> values -> values.stream().mapToLong(BatchCursor::roughSize).sum();
        case null, default -> SMALL_VALUE;
      };
    }
  }
}
