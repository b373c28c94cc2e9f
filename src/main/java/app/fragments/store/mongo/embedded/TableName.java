package app.fragments.store.mongo.embedded;

import java.util.stream.Collectors;

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

  static String quoted(String table) {
    return '"' + table + '"';
  }

  private static String escape(String name) {
    return name.chars()
        .mapToObj(c -> PLAIN.indexOf(c) >= 0 ? String.valueOf((char) c) : "%%%04x".formatted(c))
        .collect(Collectors.joining());
  }
}
