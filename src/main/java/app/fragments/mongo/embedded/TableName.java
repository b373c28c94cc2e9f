package app.fragments.mongo.embedded;

/// Names of SQLite tables for collections and indexes: legible, and as distinct as MongoDB's names,
/// although SQLite takes upper and lower case for the same.
final class TableName {
  private TableName() {}

  static String ofCollection(String database, String collection) {
    return escape(database) + "." + escape(collection);
  }

  static String ofIndex(String database, String collection, String index) {
    return ofCollection(database, collection) + "#" + escape(index);
  }

  /// The name as it stands in SQL.
  static String quoted(String table) {
    return '"' + table + '"';
  }

  private static String escape(String name) {
    StringBuilder escaped = new StringBuilder(name.length());
    for (char c : name.toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-') {
        escaped.append(c);
      } else {
        escaped.append('%').append(String.format("%04x", (int) c));
      }
    }
    return escaped.toString();
  }
}
