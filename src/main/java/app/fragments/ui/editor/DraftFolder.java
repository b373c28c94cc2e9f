package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import app.fragments.settings.PrivateFiles;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The unsaved drafts of one window: a locked folder with one JSON file per fragment. The system
/// releases the lock when the process ends, however it ends, so a folder that can be locked is
/// orphaned.
final class DraftFolder implements AutoCloseable {
  static final String SUFFIX = ".json";

  private static final Logger LOG = LoggerFactory.getLogger(DraftFolder.class);

  /// Jackson's default limit is 20 million characters, but a draft of any length must be readable.
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private DraftFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Locks an existing folder; empty if another window holds the lock.
  static Optional<DraftFolder> lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new DraftFolder(folder, channel));
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      // closing the channel would release the lock, which belongs to the process
      LOG.debug("{} is already locked by this process", folder, e);
    }
    return Optional.empty();
  }

  /// Reads all drafts; a file that cannot be read stays in the folder.
  List<Draft> drafts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(DraftFolder::isDraft).flatMap(DraftFolder::read).toList();
    }
  }

  private static boolean isDraft(Path file) {
    return file.toString().endsWith(SUFFIX);
  }

  private static Stream<Draft> read(Path file) {
    try {
      JsonNode node = JSON.readTree(Files.readString(file));
      Set<String> unanswered = new HashSet<>();
      node.path("unanswered").forEach(sent -> unanswered.add(sent.asText()));
      return Stream.of(
          new Draft(toEntry(node.required("base")), toEntry(node.required("mine")), unanswered));
    } catch (IOException | RuntimeException e) {
      LOG.warn("Cannot read {}, leaving it there", file.getFileName(), e);
      return Stream.empty();
    }
  }

  void write(Draft draft) throws IOException {
    EntryId id = draft.mine().id();
    ObjectNode node = JSON.createObjectNode();
    node.set("base", toNode(draft.base()));
    node.set("mine", toNode(draft.mine()));
    draft.unanswered().forEach(node.putArray("unanswered")::add);
    PrivateFiles.replace(
        folder.resolve(id + SUFFIX), node.toPrettyString().getBytes(StandardCharsets.UTF_8));
  }

  void delete(EntryId id) throws IOException {
    Files.deleteIfExists(folder.resolve(id + SUFFIX));
  }

  /// Releases the lock and removes the folder if it holds no drafts.
  @Override
  public void close() throws IOException {
    lock.close();
    try (Stream<Path> files = Files.list(folder)) {
      if (files.noneMatch(DraftFolder::isDraft)) {
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      LOG.debug("{} contains other files", folder, e);
    }
  }

  private static ObjectNode toNode(Entry entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", entry.id().value());
    node.put("user_id", entry.userId());
    node.put("date", entry.date().toString());
    node.put("time_zone", entry.timeZone().getId());
    node.put("created_at", entry.createdAt().toString());
    node.put("updated_at", entry.updatedAt().toString());
    node.put("revision", entry.revision());
    node.put("title", entry.title());
    node.put("text", entry.text());
    entry.tags().forEach(node.putArray("tags")::add);
    node.put("mood", entry.mood());
    node.put("starred", entry.starred());
    if (entry.source() instanceof EntrySource(String importer, String id, String digest)) {
      node.putObject("source").put("importer", importer).put("id", id).put("digest", digest);
    }
    return node;
  }

  private static Entry toEntry(JsonNode node) {
    JsonNode source = node.path("source");
    return new Entry(
        new EntryId(text(node, "id")),
        text(node, "user_id"),
        LocalDate.parse(text(node, "date")),
        ZoneId.of(text(node, "time_zone")),
        Instant.parse(text(node, "created_at")),
        Instant.parse(text(node, "updated_at")),
        node.required("revision").asLong(),
        text(node, "title"),
        text(node, "text"),
        node.required("tags").valueStream().map(JsonNode::asText).toList(),
        node.path("mood").textValue(),
        node.required("starred").asBoolean(),
        source.isObject()
            ? new EntrySource(text(source, "importer"), text(source, "id"), text(source, "digest"))
            : null,
        null);
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).asText();
  }
}
