package app.fragments.store.mongo.embedded;

import java.util.Arrays;
import java.util.Comparator;

/// A range of an index's keys.
///
/// @param from the first key
/// @param to the first key after the range
record KeyRange(byte[] from, byte[] to) {
  /// In the index's order.
  static final Comparator<KeyRange> BY_START =
      (one, other) -> Arrays.compareUnsigned(one.from, other.from);

  /// All keys that start with these bytes.
  static KeyRange startingWith(byte[] start) {
    return new KeyRange(start, SortKeyEncoder.after(start));
  }

  /// The keys in both ranges; may be empty.
  KeyRange intersect(KeyRange other) {
    return new KeyRange(
        Arrays.compareUnsigned(from, other.from) >= 0 ? from : other.from,
        Arrays.compareUnsigned(to, other.to) <= 0 ? to : other.to);
  }
}
