package app.fragments.store.mongo.embedded;

import java.util.Arrays;
import java.util.Comparator;

/// A stretch of an index, from a first key to the first key after it.
final class KeyRange {
  /// In the index's order.
  static final Comparator<KeyRange> BY_START =
      (one, other) -> Arrays.compareUnsigned(one.from, other.from);

  private final byte[] from;
  private final byte[] to;

  private KeyRange(byte[] from, byte[] to) {
    this.from = from;
    this.to = to;
  }

  /// All keys that start with these bytes.
  static KeyRange startingWith(byte[] start) {
    return new KeyRange(start, SortKeyEncoder.after(start));
  }

  /// The first key, included.
  byte[] from() {
    return from;
  }

  /// The end, not included.
  byte[] to() {
    return to;
  }

  /// From this one's start to before the other's.
  KeyRange until(KeyRange other) {
    return new KeyRange(from, other.from);
  }

  /// From this one's start to the other's end.
  KeyRange through(KeyRange other) {
    return new KeyRange(from, other.to);
  }

  /// From this one's end to the other's.
  KeyRange restOf(KeyRange other) {
    return new KeyRange(to, other.to);
  }

  /// The part of this one that lies in the other, too; it may hold nothing.
  KeyRange and(KeyRange other) {
    return new KeyRange(
        Arrays.compareUnsigned(from, other.from) >= 0 ? from : other.from,
        Arrays.compareUnsigned(to, other.to) <= 0 ? to : other.to);
  }
}
