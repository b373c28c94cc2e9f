package app.fragments.store.mongo.embedded;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// How to answer a query from an index.
///
/// @param ranges the parts of the index that contain all matches, each document once
/// @param exact whether they contain nothing else, so that counting reads no document
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

  /// A range of an index's keys; `to` is exclusive.
  record KeyRange(byte[] from, byte[] to) {
    static final Comparator<KeyRange> BY_START =
        (one, other) -> Arrays.compareUnsigned(one.from, other.from);

    /// All keys that start with these bytes, which are not all `0xff`.
    static KeyRange startingWith(byte[] start) {
      int last = start.length - 1;
      while (start[last] == (byte) 0xff) {
        last--;
      }
      byte[] next = Arrays.copyOf(start, last + 1);
      next[last]++;
      return new KeyRange(start, next);
    }

    /// The keys in both ranges; may be empty.
    KeyRange intersect(KeyRange other) {
      return new KeyRange(
          Arrays.compareUnsigned(from, other.from) >= 0 ? from : other.from,
          Arrays.compareUnsigned(to, other.to) <= 0 ? to : other.to);
    }
  }

  boolean sorted() {
    return order != Order.OTHER;
  }

  /// Whether each range contains at most one document.
  boolean isLookup() {
    return index.isUnique() && equal == index.getKeys().size();
  }
}
