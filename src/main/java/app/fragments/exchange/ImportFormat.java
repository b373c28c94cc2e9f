package app.fragments.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is imported from.
public enum ImportFormat {
  /// Finds out from the path: a folder or `*.md` is Markdown, `*.json` is jrnl's.
  AUTO,
  /// A folder of Markdown files with or without YAML front matter, or one such file.
  MARKDOWN,
  /// The JSON export of jrnl.
  JRNL;

  /// The name on the command line.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format of that name.
  public static Optional<ImportFormat> ofWire(String wire) {
    return Arrays.stream(values()).filter(format -> format.wire().equals(wire)).findFirst();
  }

  /// The format of what lies there, or empty where it looks like none.
  static Optional<ImportFormat> of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path) || MarkdownImporter.isMarkdown(name) || name.endsWith(".txt")) {
      return Optional.of(MARKDOWN);
    }
    return name.endsWith(".json") ? Optional.of(JRNL) : Optional.empty();
  }
}
