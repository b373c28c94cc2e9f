package app.fragments.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The text of a file whose encoding is not known beforehand.
///
/// @param text with `\n` as its only line end and no byte order mark
/// @param encoding the name of the encoding where it is not UTF-8, else empty
record DecodedText(String text, Optional<String> encoding) {
  /// The largest file that is read, in bytes: far more than one writes in a day, and well below the
  /// 16 MB that a MongoDB document may have.
  static final int MAX_BYTES = 5_000_000;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// @throws Unreadable where it is too large, or no text in an encoding that can be told
  static DecodedText read(Path file) throws IOException, ImportFormatException {
    if (Files.size(file) > MAX_BYTES) {
      throw new ImportFormatException("it is larger than " + MAX_BYTES / 1_000_000 + " MB");
    }
    return of(Files.readAllBytes(file));
  }

  static DecodedText of(byte[] bytes) throws ImportFormatException {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, StandardCharsets.UTF_16BE);
    }
    try {
      return new DecodedText(tidy(decode(bytes, StandardCharsets.UTF_8)), Optional.empty());
    } catch (CharacterCodingException e) {
      return decoded(bytes, WINDOWS_1252);
    }
  }

  private static DecodedText decoded(byte[] bytes, Charset charset) throws ImportFormatException {
    try {
      return new DecodedText(tidy(decode(bytes, charset)), Optional.of(charset.displayName()));
    } catch (CharacterCodingException e) {
      throw new ImportFormatException("it is not text in UTF-8");
    }
  }

  private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static String tidy(String text) throws ImportFormatException {
    if (text.chars().anyMatch(DecodedText::isBinary)) {
      throw new ImportFormatException("it is not text");
    }
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return start.indexOf('\r') < 0 ? start : start.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean isBinary(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
