package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Encodes values as bytes whose unsigned order is BSON's order of the values: first by type, then
/// by value. No value's bytes are a prefix of another's, so keys of several fields are
/// concatenated; the bits of descending fields are inverted.
final class SortKeyEncoder {
  private static final int NONE = 0;
  private static final int MIN = 0x08;
  private static final int NULL = 0x10;
  private static final int NUMBER = 0x20;
  private static final int STRING = 0x30;
  private static final int OBJECT_ID = 0x60;
  private static final int BOOLEAN = 0x70;
  private static final int DATE = 0x80;
  private static final int MAX = 0xf0;

  private static final long EXACT_INTEGERS = 1L << 53;
  private static final double EXACT_FRACTIONS = 1L << 31;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  SortKeyEncoder(byte... start) {
    out.writeBytes(start);
  }

  /// Whether the value can be encoded. Arrays, documents, numbers that are not exact as doubles and
  /// rare types cannot, see [SqliteIndex].
  static boolean canWrite(@Nullable Object value) {
    return typeOf(value) != NONE;
  }

  SortKeyEncoder write(@Nullable Object value, boolean ascending) {
    SortKeyEncoder plain = ascending ? this : new SortKeyEncoder();
    plain.writeAscending(value);
    if (!ascending) {
      for (byte plainByte : plain.toBytes()) {
        out.write(~plainByte);
      }
    }
    return this;
  }

  /// Writes the prefix that all values of this value's type share.
  SortKeyEncoder writeType(Object value, boolean ascending) {
    int type = typeOf(value);
    out.write(ascending ? type : ~type);
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  private void writeAscending(@Nullable Object value) {
    out.write(typeOf(value));
    // no pattern switch: it is linked at run time, which delays the window's first list
    if (value instanceof Number number) {
      writeLong(sortable(number.doubleValue()));
    } else if (value instanceof String string) {
      writeString(string);
    } else if (value instanceof Instant instant) {
      writeLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
    } else if (value instanceof Boolean bool) {
      out.write(bool ? 1 : 0);
    } else if (value instanceof ObjectId id) {
      out.writeBytes(id.toByteArray());
    }
    // the other types have only one value
  }

  private static int typeOf(@Nullable Object value) {
    if (value == null || value instanceof Missing) {
      return NULL;
    }
    if (value instanceof String) {
      return STRING;
    }
    return switch (value) {
      case Integer _ -> NUMBER;
      case Long l -> Math.abs(l) <= EXACT_INTEGERS && l != Long.MIN_VALUE ? NUMBER : NONE;
      case Double d -> isExact(d) ? NUMBER : NONE;
      case ObjectId _ -> OBJECT_ID;
      case Boolean _ -> BOOLEAN;
      case Instant _ -> DATE;
      case MinKey _ -> MIN;
      case MaxKey _ -> MAX;
      default -> NONE;
    };
  }

  private static boolean isExact(double value) {
    return value == Math.rint(value)
        ? Math.abs(value) <= EXACT_INTEGERS
        : Math.abs(value) < EXACT_FRACTIONS;
  }

  /// A double's bits, changed to sort as unsigned numbers. Both zeros are equal.
  private static long sortable(double value) {
    long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
    return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
  }

  private void writeLong(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }

  /// Each UTF-16 unit encoded like a character in UTF-8, which keeps the order of `String`, and a
  /// final 0; the characters 0 and 1 become two bytes, so that 0 only marks the end.
  private void writeString(String string) {
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c <= 1) {
        out.write(1);
        out.write(1 + c);
      } else if (c < 0x80) {
        out.write(c);
      } else if (c < 0x800) {
        out.write(0xc0 | (c >> 6));
        out.write(0x80 | (c & 0x3f));
      } else {
        out.write(0xe0 | (c >> 12));
        out.write(0x80 | ((c >> 6) & 0x3f));
        out.write(0x80 | (c & 0x3f));
      }
    }
    out.write(0);
  }
}
