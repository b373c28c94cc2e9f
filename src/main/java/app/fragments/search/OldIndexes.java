package app.fragments.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes indexes that nobody uses any more: of earlier versions, and of stores that are no longer
/// configured.
final class OldIndexes {
  private static final Logger LOG = LoggerFactory.getLogger(OldIndexes.class);
  private static final Duration UNUSED = Duration.ofDays(14);
  private static final String NAME = "v\\d+-[0-9a-f]{16}";

  private OldIndexes() {}

  static void delete(Path cache, Path used, Clock clock) {
    Instant limit = clock.instant().minus(UNUSED);
    try {
      Files.setLastModifiedTime(used, FileTime.from(clock.instant()));
      for (Path folder : children(cache)) {
        if (folder.getFileName().toString().matches(NAME)
            && !folder.equals(used)
            && Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      LOG.warn("Cannot delete an unused search index", e);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
