package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Compares every index with the documents of its collection.
final class IndexCheck {
  private IndexCheck() {}

  /// @return what is wrong; empty if nothing is
  static List<String> run(Sqlite sqlite, String database) {
    List<String> findings = new ArrayList<>();
    for (SqliteCollection collection :
        new SqliteMongoDatabase(sqlite, database, new CursorRegistry()).stored()) {
      for (SqliteIndex index : collection.sqliteIndexes()) {
        Set<String> expected = expected(collection, index);
        Set<String> actual =
            new HashSet<>(
                sqlite.query(
                    "SELECT key, pos FROM " + index.table(),
                    row -> entry(row.getBytes(1), row.getLong(2))));
        if (!actual.equals(expected)) {
          findings.add(
              "%s, index %s: %d entries missing, %d too many"
                  .formatted(
                      collection.getFullName(),
                      index.getName(),
                      difference(expected, actual),
                      difference(actual, expected)));
        }
      }
    }
    return findings;
  }

  private static Set<String> expected(SqliteCollection collection, SqliteIndex index) {
    Set<String> expected = new HashSet<>();
    collection
        .streamAllDocumentsWithPosition()
        .forEach(
            row -> {
              byte[] key = index.keyOf(row.getDocument());
              if (key != null) {
                expected.add(entry(key, row.getPosition()));
              }
            });
    return expected;
  }

  private static String entry(byte[] key, long position) {
    return HexFormat.of().formatHex(key) + "@" + position;
  }

  private static long difference(Set<String> one, Set<String> other) {
    return one.stream().filter(entry -> !other.contains(entry)).count();
  }
}
