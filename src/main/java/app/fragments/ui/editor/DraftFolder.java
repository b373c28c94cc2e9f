package app.fragments.ui.editor;

import app.fragments.journal.EntryId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The unsaved drafts of one window: a locked folder with one file per fragment. The system
/// releases the lock when the process ends, however it ends, so a folder that can be locked is
/// orphaned.
final class DraftFolder implements AutoCloseable {
  static final String SUFFIX = ".json";

  private static final Logger LOG = LoggerFactory.getLogger(DraftFolder.class);
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
      LOG.debug("This process holds {}", folder, e);
    }
    return Optional.empty();
  }

  /// Reads all drafts; a file that cannot be read stays in the folder.
  List<Draft> drafts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .flatMap(file -> read(file).stream())
          .toList();
    }
  }

  private static Optional<Draft> read(Path file) {
    try {
      return Optional.of(DraftJson.read(Files.readString(file)));
    } catch (IOException | RuntimeException e) {
      LOG.warn("Cannot read {}, leaving it there", file.getFileName(), e);
      return Optional.empty();
    }
  }

  /// Writes the draft to a new file, then replaces the old one with it.
  void write(Draft draft) throws IOException {
    EntryId id = draft.mine().id();
    Path file = folder.resolve(id + SUFFIX);
    Path fresh = folder.resolve(id + ".new");
    Files.writeString(fresh, DraftJson.write(draft));
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      LOG.debug("This file system has no atomic move, replacing the file", e);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  void delete(EntryId id) throws IOException {
    Files.deleteIfExists(folder.resolve(id + SUFFIX));
  }

  /// Releases the lock and removes the folder if it holds no drafts.
  @Override
  public void close() throws IOException {
    lock.close();
    try (Stream<Path> files = Files.list(folder)) {
      if (files.noneMatch(file -> file.toString().endsWith(SUFFIX))) {
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      LOG.debug("{} contains other files", folder, e);
    }
  }
}
