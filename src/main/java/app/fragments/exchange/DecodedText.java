package app.fragments.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The text of a file in an unknown encoding: UTF-8, UTF-16 with a byte order mark, or
/// Windows-1252.
///
/// @param text with `\n` line ends and no byte order mark
/// @param encoding the encoding's name unless it is UTF-8
record DecodedText(String text, Optional<String> encoding) {
  /// The largest file to read, well below the 16 MB limit of a MongoDB document.
  static final int MAX_BYTES = 5_000_000;

  /// @throws ImportFormatException if the file is too large or not text
  static DecodedText read(Path file) throws IOException, ImportFormatException {
    if (Files.size(file) > MAX_BYTES) {
      throw new ImportFormatException("larger than " + MAX_BYTES / 1_000_000 + " MB");
    }
    byte[] bytes = Files.readAllBytes(file);
    for (Charset charset : candidates(bytes)) {
      try {
        return of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), charset);
      } catch (CharacterCodingException e) {
        // try the next
      }
    }
    throw new ImportFormatException("not UTF-8 text");
  }

  private static List<Charset> candidates(byte[] bytes) {
    int start = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return switch (start) {
      case 0xFFFE -> List.of(StandardCharsets.UTF_16LE);
      case 0xFEFF -> List.of(StandardCharsets.UTF_16BE);
      default -> List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));
    };
  }

  private static DecodedText of(String decoded, Charset charset) throws ImportFormatException {
    if (decoded.chars().anyMatch(c -> c < ' ' && "\t\n\r\f\033".indexOf(c) < 0)) {
      throw new ImportFormatException("not text");
    }
    String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    return new DecodedText(
        text.replace("\r\n", "\n").replace('\r', '\n'),
        utf8 ? Optional.empty() : Optional.of(charset.displayName()));
  }
}
