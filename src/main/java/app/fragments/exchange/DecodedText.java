package app.fragments.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The text of a file in an unknown encoding: UTF-8, UTF-16 with a byte order mark, or
/// Windows-1252.
///
/// @param text with `\n` line ends and no byte order mark
/// @param encoding the encoding's name unless it is UTF-8
record DecodedText(String text, Optional<String> encoding) {
  /// The largest file to read. Far more than anyone writes in a day, and well below the 16 MB limit
  /// of a MongoDB document.
  static final int MAX_BYTES = 5_000_000;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// @throws ImportFormatException if the file is too large or not text
  static DecodedText read(Path file) throws IOException, ImportFormatException {
    if (Files.size(file) > MAX_BYTES) {
      throw new ImportFormatException("larger than " + MAX_BYTES / 1_000_000 + " MB");
    }
    byte[] bytes = Files.readAllBytes(file);
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return legacy(bytes, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return legacy(bytes, StandardCharsets.UTF_16BE);
    }
    try {
      return new DecodedText(decode(bytes, StandardCharsets.UTF_8), Optional.empty());
    } catch (CharacterCodingException e) {
      return legacy(bytes, WINDOWS_1252);
    }
  }

  private static DecodedText legacy(byte[] bytes, Charset charset) throws ImportFormatException {
    try {
      return new DecodedText(decode(bytes, charset), Optional.of(charset.displayName()));
    } catch (CharacterCodingException e) {
      throw new ImportFormatException("not UTF-8 text");
    }
  }

  private static String decode(byte[] bytes, Charset charset)
      throws CharacterCodingException, ImportFormatException {
    String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    if (text.chars().anyMatch(DecodedText::isBinary)) {
      throw new ImportFormatException("not text");
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
