package app.fragments.store.mongo.embedded;

import java.util.List;

/// How to answer a query from an index.
///
/// @param ranges the parts of the index that contain all matches, each document once
/// @param exact whether they contain nothing else, so that counting reads no document
/// @param order the order in which the documents come
/// @param equal how many of the index's fields have given values
/// @param narrowed how many fields the query narrows: those, and one with a range
record QueryPlan(
    SqliteIndex index, List<KeyRange> ranges, boolean exact, Order order, int equal, int narrowed) {

  enum Order {
    /// Not the requested one: must be sorted.
    OTHER,
    /// The requested one, read forwards.
    FORWARDS,
    /// The requested one, read backwards.
    BACKWARDS
  }

  boolean sorted() {
    return order != Order.OTHER;
  }

  /// Whether each range contains at most one document.
  boolean isLookup() {
    return index.isUnique() && equal == index.getKeys().size();
  }
}
