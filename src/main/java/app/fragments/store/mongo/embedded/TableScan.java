package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a collection's documents one at a time, in the order of its table or of an index.
///
/// @param table the collection's table, quoted
/// @param plan which part of an index to read; null for the whole table
/// @param backwards whether to read the table or the index from its end
record TableScan(Sqlite sqlite, String table, @Nullable QueryPlan plan, boolean backwards) {

  /// Passes on documents until the consumer returns false. Documents with equal keys come in the
  /// order of insertion.
  void forEach(Predicate<Document> consumer) {
    Sqlite.RowMapper<Boolean> read = row -> consumer.test(decode(row.getBytes(1)));
    String direction = backwards ? " DESC" : "";
    if (plan == null) {
      sqlite.scan("SELECT doc FROM " + table + " ORDER BY id" + direction, read);
      return;
    }
    String sql = ofIndex(plan.index().table(), table) + " ORDER BY i.key" + direction + ", i.pos";
    for (KeyRange range : plan.ranges()) {
      if (!sqlite.scan(sql, read, range.from(), range.to())) {
        return;
      }
    }
  }

  static Document decode(byte[] bson) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
  }

  /// SQL for a collection's documents whose keys in an index `i` are in a range, to be bound.
  ///
  /// @param index the index's table, quoted
  /// @param collection the collection's table, quoted
  static String ofIndex(String index, String collection) {
    return "SELECT d.doc FROM "
        + index
        + " i CROSS JOIN "
        + collection
        + " d ON d.id = i.pos WHERE i.key >= ? AND i.key < ?";
  }

  /// Counts the rows of a plan's ranges without reading a document.
  static long count(Sqlite sqlite, QueryPlan plan) {
    String sql = "SELECT count(*) FROM " + plan.index().table() + " WHERE key >= ? AND key < ?";
    return plan.ranges().stream()
        .mapToLong(range -> sqlite.number(sql, range.from(), range.to()))
        .sum();
  }
}
