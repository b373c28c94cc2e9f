package app.fragments.ui.editor;

import app.fragments.journal.EntryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps words that are not in the store yet, one small file a fragment, so that they outlive a
/// kill.
///
/// Each open window has a folder of its own under `recovery/`, with a lock file that the system
/// lets go of when the process ends, however it ends. A folder whose lock is free is what a dead
/// window left behind. Files are read and written whole; thread-safe.
final class RecoveryFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryFolder.class);
  private static final String LOCK = "lock";
  static final String ENDING = ".json";

  private final Path root;
  private @Nullable Path own;
  private final Map<EntryId, Draft> kept = new HashMap<>();
  private @Nullable FileChannel lock;

  /// Touches nothing until there is something to keep.
  RecoveryFolder(Path dataFolder) {
    root = dataFolder.resolve("recovery");
  }

  /// Makes the folder hold exactly these drafts.
  ///
  /// @throws IOException where it cannot be written
  synchronized void sync(Map<EntryId, Draft> unsaved) throws IOException {
    for (Draft draft : unsaved.values()) {
      if (!draft.equals(kept.get(draft.mine().id()))) {
        keep(draft);
      }
    }
    for (EntryId id : List.copyOf(kept.keySet())) {
      if (own != null && !unsaved.containsKey(id)) {
        Files.deleteIfExists(own.resolve(id + ENDING));
        kept.remove(id);
      }
    }
  }

  private void keep(Draft draft) throws IOException {
    Path folder = open();
    EntryId id = draft.mine().id();
    Path file = folder.resolve(id + ENDING);
    Path fresh = folder.resolve(id + ".new");
    Files.writeString(fresh, DraftJson.write(draft));
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      LOG.debug("No atomic moves here, replacing plainly", e);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
    kept.put(id, draft);
  }

  /// What dead windows left behind.
  synchronized List<OrphanedDraft> orphans() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<OrphanedDraft> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      folders
          .filter(folder -> !folder.equals(own) && Files.isDirectory(folder))
          .forEach(folder -> OrphanedDraft.claim(folder).ifPresent(found::add));
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The recovery folder cannot be read, going on without it", e);
    }
    return found;
  }

  /// This window's folder, made at the first call.
  private Path open() throws IOException {
    Path folder = own;
    if (folder == null) {
      folder = root.resolve(UUID.randomUUID().toString());
      own = folder;
    }
    if (lock == null) {
      Files.createDirectories(folder);
      FileChannel channel = openLock(folder);
      channel.lock();
      lock = channel;
    }
    return folder;
  }

  /// Lets go of the folder; what is still in it is found at the next start.
  @Override
  public synchronized void close() throws IOException {
    if (lock != null && own != null) {
      lock.close();
      lock = null;
      removeIfDone(own);
    }
  }

  static FileChannel openLock(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  static void removeIfDone(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.noneMatch(file -> file.toString().endsWith(ENDING))) {
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      LOG.debug("Something else is in {}", folder, e);
    } catch (IOException e) {
      LOG.warn("An empty recovery folder stays", e);
    }
  }
}
