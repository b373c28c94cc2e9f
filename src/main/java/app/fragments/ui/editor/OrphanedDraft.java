package app.fragments.ui.editor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The drafts of one dead window, claimed so that no other window takes them.
final class OrphanedDraft implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanedDraft.class);

  private final Path folder;
  private final FileChannel lock;

  private OrphanedDraft(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static Optional<OrphanedDraft> claim(Path folder) {
    try {
      FileChannel channel = RecoveryFolder.openLock(folder);
      FileLock claimed = channel.tryLock();
      if (claimed == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new OrphanedDraft(folder, channel));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("A recovery folder cannot be claimed, trying at the next start", e);
      return Optional.empty();
    }
  }

  /// Its drafts; a file that cannot be read stays where it is.
  List<Draft> drafts() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(RecoveryFolder.ENDING))
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      LOG.warn("A recovery folder cannot be read", e);
      return List.of();
    }
  }

  /// The draft is in the store.
  void done(Draft draft) {
    try {
      Files.deleteIfExists(folder.resolve(draft.mine().id() + RecoveryFolder.ENDING));
    } catch (IOException e) {
      LOG.warn("A restored draft stays in the recovery folder", e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
    RecoveryFolder.removeIfDone(folder);
  }

  private static Optional<Draft> read(Path file) {
    try {
      return Optional.of(DraftJson.read(Files.readString(file)));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read and is left there", file.getFileName(), e);
      return Optional.empty();
    }
  }
}
