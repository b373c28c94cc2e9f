package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a collection's documents one at a time, in the order of its table or of an index.
final class TableScan {
  private final Sqlite sqlite;
  private final String table;
  private final @Nullable QueryPlan plan;
  private final boolean backwards;

  private TableScan(Sqlite sqlite, String table, @Nullable QueryPlan plan, boolean backwards) {
    this.sqlite = sqlite;
    this.table = table;
    this.plan = plan;
    this.backwards = backwards;
  }

  /// The whole table, in the order of insertion or against it.
  static TableScan ofTable(Sqlite sqlite, String table, boolean backwards) {
    return new TableScan(sqlite, table, null, backwards);
  }

  /// What a plan reads. Documents with equal keys come in the order of insertion, as they would
  /// from the table.
  static TableScan ofPlan(Sqlite sqlite, String table, QueryPlan plan) {
    return new TableScan(sqlite, table, plan, plan.order() == QueryPlan.Order.BACKWARDS);
  }

  /// Hands out documents until one is answered with false.
  void forEach(Predicate<Document> goOn) {
    try {
      if (plan == null) {
        read(sqlite.statement("SELECT doc FROM " + table + " ORDER BY id" + direction()), goOn);
        return;
      }
      String sql =
          ofIndex(plan.index().table(), table) + " ORDER BY i.key" + direction() + ", i.pos";
      for (KeyRange range : plan.ranges()) {
        if (!read(bind(sql, range), goOn)) {
          return;
        }
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
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

  private String direction() {
    return backwards ? " DESC" : "";
  }

  private static boolean read(PreparedStatement statement, Predicate<Document> goOn)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (!goOn.test(BsonBlobs.decode(rows.getBytes(1)))) {
          return false;
        }
      }
      return true;
    }
  }

  private PreparedStatement bind(String sql, KeyRange range) throws SQLException {
    PreparedStatement statement = sqlite.statement(sql);
    statement.setBytes(1, range.from());
    statement.setBytes(2, range.to());
    return statement;
  }

  /// How many rows a plan's ranges hold, without reading a document.
  static long count(Sqlite sqlite, QueryPlan plan) {
    String sql = "SELECT count(*) FROM " + plan.index().table() + " WHERE key >= ? AND key < ?";
    long count = 0;
    try {
      for (KeyRange range : plan.ranges()) {
        PreparedStatement statement = sqlite.statement(sql);
        statement.setBytes(1, range.from());
        statement.setBytes(2, range.to());
        try (ResultSet row = statement.executeQuery()) {
          count += row.next() ? row.getLong(1) : 0;
        }
      }
      return count;
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// The rows of a table in the order of insertion.
  static List<Long> rows(Sqlite sqlite, String table) {
    List<Long> ids = new ArrayList<>();
    try (ResultSet rows =
        sqlite.statement("SELECT id FROM " + table + " ORDER BY id").executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }
}
