package app.fragments.exchange;

import app.fragments.journal.EntryStore;
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
    ImportBatch batch = new ImportBatch(store, userId, dryRun, listener);
    for (Path path : paths) {
      if (batch.isCancelled()) {
        break;
      }
      Optional<ImportFormat> actual =
          format == ImportFormat.AUTO ? ImportFormat.of(path) : Optional.of(format);
      if (!Files.exists(path)) {
        batch.failed(path.toString(), "no such file or folder");
      } else if (actual.isEmpty()) {
        batch.failed(path.toString(), "not Markdown or JSON by its name; if it is, use --format");
      } else {
        batch.read(path, importer(actual.get()));
      }
    }
    return batch.result();
  }

  private Importer importer(ImportFormat format) {
    return format == ImportFormat.JRNL ? new JrnlImporter(zone) : new MarkdownImporter(zone, home);
  }
}
