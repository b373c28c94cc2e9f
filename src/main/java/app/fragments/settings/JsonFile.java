package app.fragments.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A private file with one JSON object in it, small enough to be read and written whole.
final class JsonFile {
  private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);

  private final Path file;

  JsonFile(Path file) {
    this.file = file;
  }

  /// The object; an empty one where the file is missing. One that cannot be read is put aside as
  /// `<name>.bad-<n>`, so that nothing in it is lost, and counts as missing.
  JsonObject read() {
    if (!Files.exists(file)) {
      return new JsonObject();
    }
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be read, going on without it", file, e);
      return new JsonObject();
    }
    try {
      return JsonObject.parse(content);
    } catch (IOException e) {
      putAside();
      return new JsonObject();
    }
  }

  /// @throws IOException where the file cannot be written; the old one is still there then
  void write(JsonObject object) throws IOException {
    PrivateFiles.replace(file, object.toBytes());
  }

  private void putAside() {
    int n = 1;
    while (Files.exists(file.resolveSibling(file.getFileName() + ".bad-" + n))) {
      n++;
    }
    Path aside = file.resolveSibling(file.getFileName() + ".bad-" + n);
    try {
      Files.move(file, aside);
      LOG.warn("{} holds no JSON object; it is kept as {}", file, aside.getFileName());
    } catch (IOException e) {
      LOG.warn("{} holds no JSON object, and cannot be put aside", file, e);
    }
  }
}
