package app.fragments.ui.emoji;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/// The file of Noto's emoji pictures, made by `installer/emoji/Pack.java`. Keeps its index in
/// memory and reads a picture when asked. Thread-safe.
final class EmojiPack {
  private static final String FILE = "noto.pack";

  private final String[] keys;

  /// Where each picture starts in the file, and where the last one ends.
  private final long[] offsets;

  EmojiPack() {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(open(), 1 << 16))) {
      int count = in.readInt();
      keys = new String[count];
      offsets = new long[count + 1];
      long head = Integer.BYTES;
      for (int i = 0; i < count; i++) {
        keys[i] = in.readUTF();
        int length = in.readInt();
        offsets[i + 1] = offsets[i] + length;
        head += Short.BYTES + utfLength(keys[i]) + Integer.BYTES;
      }
      for (int i = 0; i <= count; i++) {
        offsets[i] += head;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return keys.length;
  }

  boolean has(String key) {
    return Arrays.binarySearch(keys, key) >= 0;
  }

  /// A picture as PNG, 64 pixels wide and high.
  ///
  /// @throws IllegalArgumentException if there is none
  byte[] png(String key) {
    int index = Arrays.binarySearch(keys, key);
    if (index < 0) {
      throw new IllegalArgumentException("No picture of " + key);
    }
    try (InputStream in = open()) {
      in.skipNBytes(offsets[index]);
      return in.readNBytes((int) (offsets[index + 1] - offsets[index]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In the encoding of [DataInputStream#readUTF()], where surrogates have three bytes each.
  private static int utfLength(String text) {
    return text.chars().map(c -> c >= 1 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3).sum();
  }

  private static InputStream open() {
    return Objects.requireNonNull(EmojiPack.class.getResourceAsStream(FILE), FILE);
  }
}
