package app.fragments.exchange;

import app.fragments.store.WireName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats that can be imported.
public enum ImportFormat implements WireName {
  /// Chosen by the path: Markdown for a folder or `*.md`, jrnl for `*.json`.
  AUTO,
  /// A Markdown file or a folder of them, with or without YAML front matter.
  MARKDOWN,
  /// The JSON export of jrnl.
  JRNL;

  public static Optional<ImportFormat> ofWire(String wire) {
    return Arrays.stream(values()).filter(format -> format.wire().equals(wire)).findFirst();
  }

  /// The format of a file or folder, or empty if unknown.
  static Optional<ImportFormat> of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path) || MarkdownImporter.isMarkdown(name) || name.endsWith(".txt")) {
      return Optional.of(MARKDOWN);
    }
    return name.endsWith(".json") ? Optional.of(JRNL) : Optional.empty();
  }
}
