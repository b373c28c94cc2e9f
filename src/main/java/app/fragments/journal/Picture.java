package app.fragments.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A picture as a file of one of the formats that every part of the program can show.
public final class Picture {
  /// The largest file, in bytes.
  public static final int MAX_BYTES = 20 << 20;

  private final PictureId id;
  private final Format format;
  private final String name;
  private final byte[] file;

  public enum Format {
    PNG("\u0089PNG\r\n\u001a\n"),
    JPEG("\u00ff\u00d8\u00ff"),
    GIF("GIF8");

    private final byte[] start;

    Format(String start) {
      this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Such as `image/png`.
    public String mediaType() {
      return "image/" + extension();
    }

    /// Such as `png`.
    public String extension() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The format of a file by its first bytes; empty if it is another one.
    public static Optional<Format> of(byte[] file) {
      return Stream.of(values())
          .filter(
              format ->
                  file.length > format.start.length
                      && Arrays.equals(
                          file, 0, format.start.length, format.start, 0, format.start.length))
          .findFirst();
    }
  }

  /// The file is no picture that the journal takes.
  public static final class RefusedException extends Exception {
    private final boolean tooLarge;

    private RefusedException(String message, boolean tooLarge) {
      super(message);
      this.tooLarge = tooLarge;
    }

    /// Whether it is larger than [#MAX_BYTES]; otherwise it has another format.
    public boolean isTooLarge() {
      return tooLarge;
    }
  }

  private Picture(Format format, String name, byte[] file) {
    this.id = PictureId.of(file);
    this.format = format;
    this.name = name;
    this.file = file;
  }

  /// @param name of the file, without its extension; may be empty
  /// @param file not copied
  public static Picture of(String name, byte[] file) throws RefusedException {
    if (file.length > MAX_BYTES) {
      throw new RefusedException("The picture has more than 20 MB", true);
    }
    Format format =
        Format.of(file)
            .orElseThrow(() -> new RefusedException("The file is no PNG, JPEG or GIF", false));
    return new Picture(format, name, file);
  }

  public static Picture read(Path path) throws IOException, RefusedException {
    try (InputStream in = Files.newInputStream(path)) {
      String name = String.valueOf(path.getFileName());
      return of(name.replaceFirst("\\.[^.]*$", ""), in.readNBytes(MAX_BYTES + 1));
    }
  }

  public PictureId id() {
    return id;
  }

  public Format format() {
    return format;
  }

  public String name() {
    return name;
  }

  /// Not a copy.
  public byte[] file() {
    return file;
  }
}
