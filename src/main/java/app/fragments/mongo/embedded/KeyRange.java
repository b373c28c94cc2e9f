package app.fragments.mongo.embedded;

import java.util.Arrays;

/// A stretch of an index.
///
/// @param from the first key
/// @param to the first key after it
record KeyRange(byte[] from, byte[] to) {

  /// All keys that start with these bytes.
  static KeyRange startingWith(byte[] start) {
    return new KeyRange(start, KeyWriter.after(start));
  }

  /// The part of this one that lies in the other, too; it may hold nothing.
  KeyRange and(KeyRange other) {
    return new KeyRange(
        Arrays.compareUnsigned(from, other.from) >= 0 ? from : other.from,
        Arrays.compareUnsigned(to, other.to) <= 0 ? to : other.to);
  }
}
