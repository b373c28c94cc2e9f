package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Compares every index with the documents it is of: each must have what the other has.
final class IndexCheck {
  private final Sqlite sqlite;
  private final List<String> findings = new ArrayList<>();

  private IndexCheck(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /// @param database the name of the database to check
  /// @return what is wrong; empty where nothing is
  static List<String> run(Sqlite sqlite, String database) {
    IndexCheck check = new IndexCheck(sqlite);
    new SqliteMongoDatabase(sqlite, database, new CursorRegistry()).stored().forEach(check::check);
    return check.findings;
  }

  private void check(SqliteCollection collection) {
    for (SqliteIndex index : collection.sqliteIndexes()) {
      Set<String> wanted = new HashSet<>();
      collection
          .streamAllDocumentsWithPosition()
          .forEach(
              row -> {
                byte[] key = index.keyOf(row.getDocument());
                if (key != null) {
                  wanted.add(row(key, row.getPosition()));
                }
              });
      Set<String> there = rows(index);
      if (!there.equals(wanted)) {
        findings.add(
            collection.getFullName()
                + ", index "
                + index.getName()
                + ": "
                + difference(wanted, there)
                + " entries missing, "
                + difference(there, wanted)
                + " too many");
      }
    }
  }

  private Set<String> rows(SqliteIndex index) {
    Set<String> rows = new HashSet<>();
    try (ResultSet found =
        sqlite.statement("SELECT key, pos FROM " + index.table()).executeQuery()) {
      while (found.next()) {
        rows.add(row(found.getBytes(1), found.getLong(2)));
      }
      return rows;
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  private static String row(byte[] key, long position) {
    return HexFormat.of().formatHex(key) + "@" + position;
  }

  private static long difference(Set<String> one, Set<String> other) {
    return one.stream().filter(row -> !other.contains(row)).count();
  }
}
