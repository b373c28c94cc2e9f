package app.fragments.store.mongo.embedded;

import java.util.List;

/// How a query is answered from an index.
///
/// @param index the index
/// @param ranges the stretches of it that hold every answer, each document once
/// @param exact whether they hold nothing but answers, so that counting needs no document
/// @param order how the documents come
/// @param equal how many of the index's fields have given values
/// @param narrowed how many the query narrows: those, and one with a range
record QueryPlan(
    SqliteIndex index, List<KeyRange> ranges, boolean exact, Order order, int equal, int narrowed) {

  /// The order of an answer.
  enum Order {
    /// Not the one asked for: to be sorted.
    OTHER,
    /// The one asked for, read forwards.
    FORWARDS,
    /// The one asked for, read backwards.
    BACKWARDS
  }

  boolean sorted() {
    return order != Order.OTHER;
  }

  /// Whether each range holds at most one document.
  boolean isLookup() {
    return index.isUnique() && equal == index.getKeys().size();
  }
}
