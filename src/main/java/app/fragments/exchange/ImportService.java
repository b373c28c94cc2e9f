package app.fragments.exchange;

import app.fragments.journal.EntryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Imports into one user's journal. Importing again updates entries that changed at their source
/// and adds no duplicates. Entries that the user edited or trashed stay as they are.
public final class ImportService {
  private final EntryStore store;
  private final String userId;
  private final ZoneId zone;
  private final Path home;
  private final boolean dryRun;

  /// @param zone for dates without one
  /// @param dryRun whether to store nothing
  public ImportService(EntryStore store, String userId, ZoneId zone, boolean dryRun) {
    this(store, userId, zone, Path.of(System.getProperty("user.home", ".")), dryRun);
  }

  ImportService(EntryStore store, String userId, ZoneId zone, Path home, boolean dryRun) {
    this.store = store;
    this.userId = userId;
    this.zone = zone;
    this.home = home;
    this.dryRun = dryRun;
  }

  /// Imports everything at these paths. Unreadable sources are skipped and listed in the result.
  ///
  /// @throws app.fragments.store.StoreException if the store fails; entries stored by then stay,
  ///   and importing again continues from there
  public ImportResult run(List<Path> paths, ImportFormat format, ImportListener listener) {
    ImportCounter counter = new ImportCounter();
    for (Path path : paths) {
      if (listener.isCancelled()) {
        counter.cancel();
        break;
      }
      Optional<ImportFormat> actual =
          format == ImportFormat.AUTO ? ImportFormat.of(path) : Optional.of(format);
      if (!Files.exists(path)) {
        counter.failed(path.toString(), "no such file or folder");
      } else if (actual.isEmpty()) {
        counter.failed(path.toString(), "not Markdown or JSON by its name; if it is, use --format");
      } else {
        run(path, importer(actual.get()), counter, listener);
      }
    }
    return counter.result();
  }

  private Importer importer(ImportFormat format) {
    return format == ImportFormat.JRNL ? new JrnlImporter(zone) : new MarkdownImporter(zone, home);
  }

  private void run(Path path, Importer importer, ImportCounter counter, ImportListener listener) {
    ImportBatch batch = new ImportBatch(store, userId, importer.name(), dryRun, counter, listener);
    try {
      importer.read(path, batch);
    } catch (IOException e) {
      counter.failed(path.toString(), "can't be read: " + e.getMessage());
    }
    batch.flush();
  }
}
