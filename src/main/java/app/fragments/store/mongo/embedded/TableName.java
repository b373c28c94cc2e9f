package app.fragments.store.mongo.embedded;

/// Names of SQLite tables for collections and indexes: readable, and as distinct as MongoDB's names
/// although SQLite ignores case.
final class TableName {
  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_-";

  private TableName() {}

  static String ofCollection(String database, String collection) {
    return escape(database) + "." + escape(collection);
  }

  static String ofIndex(String database, String collection, String index) {
    return ofCollection(database, collection) + "#" + escape(index);
  }

  /// The name as it is written in SQL.
  static String quoted(String table) {
    return '"' + table + '"';
  }

  private static String escape(String name) {
    StringBuilder escaped = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (PLAIN.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append('%').append(String.format("%04x", (int) c));
      }
    }
    return escaped.toString();
  }
}
