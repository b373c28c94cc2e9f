package app.fragments.ui.editor;

import app.fragments.journal.EntryId;
import app.fragments.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps unsaved drafts on disk so that they survive a kill: a [DraftFolder] for each open window
/// under `recovery/`. Thread-safe.
final class RecoveryFolder implements AutoCloseable {
  private final Path root;
  private final Map<EntryId, Draft> written = new HashMap<>();
  private @Nullable Path ownPath;
  private @Nullable DraftFolder own;

  /// Creates nothing until there is a draft to write.
  RecoveryFolder(Path dataFolder) {
    root = dataFolder.resolve("recovery");
  }

  synchronized void sync(Map<EntryId, Draft> unsaved) throws IOException {
    for (Draft draft : unsaved.values()) {
      if (!draft.equals(written.get(draft.mine().id()))) {
        own().write(draft);
        written.put(draft.mine().id(), draft);
      }
    }
    for (EntryId id : List.copyOf(written.keySet())) {
      if (!unsaved.containsKey(id)) {
        own().delete(id);
        written.remove(id);
      }
    }
  }

  /// The folders of other windows, open or dead.
  synchronized List<Path> others() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> !folder.equals(ownPath) && Files.isDirectory(folder))
          .toList();
    }
  }

  private DraftFolder own() throws IOException {
    DraftFolder folder = own;
    if (folder == null) {
      Path path = ownPath == null ? root.resolve(UUID.randomUUID().toString()) : ownPath;
      ownPath = path;
      PrivateFiles.createFolder(root);
      PrivateFiles.createFolder(path);
      folder = DraftFolder.lock(path).orElseThrow(() -> new IOException("Cannot lock " + path));
      own = folder;
    }
    return folder;
  }

  /// Releases this window's folder; drafts still in it are recovered at the next start.
  @Override
  public synchronized void close() throws IOException {
    if (own != null) {
      own.close();
      own = null;
    }
  }
}
