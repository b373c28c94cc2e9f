package app.fragments.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
  ObjectNode read() {
    ObjectMapper mapper = new ObjectMapper();
    if (!Files.exists(file)) {
      return mapper.createObjectNode();
    }
    try {
      JsonNode tree = mapper.readTree(Files.readAllBytes(file));
      if (tree instanceof ObjectNode object) {
        return object;
      }
      putAside("it holds no JSON object");
    } catch (NoSuchFileException e) {
      LOG.debug("{} went away before it was read", file);
    } catch (JsonProcessingException e) {
      putAside("it is no JSON");
    } catch (IOException e) {
      LOG.warn("{} cannot be read, going on without it", file, e);
    }
    return mapper.createObjectNode();
  }

  /// @throws IOException where the file cannot be written; the old one is still there then
  void write(ObjectNode object) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    PrivateFiles.replace(file, mapper.writeValueAsBytes(object));
  }

  private void putAside(String why) {
    int n = 1;
    while (Files.exists(file.resolveSibling(file.getFileName() + ".bad-" + n))) {
      n++;
    }
    Path aside = file.resolveSibling(file.getFileName() + ".bad-" + n);
    try {
      Files.move(file, aside);
      LOG.warn("{} cannot be used, {}; it is kept as {}", file, why, aside.getFileName());
    } catch (IOException e) {
      LOG.warn("{} cannot be used, {}, nor put aside", file, why, e);
    }
  }
}
