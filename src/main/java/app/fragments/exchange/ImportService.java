package app.fragments.exchange;

import app.fragments.exchange.ImportResult.Remark;
import app.fragments.journal.EntryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Imports into one user's journal. Importing again updates what changed at its source and adds
/// nothing twice; what the user has edited or put into the trash stays as it is.
public final class ImportService {
  private final EntryStore store;
  private final String userId;
  private final ZoneId zone;
  private final Path home;
  private final boolean dryRun;

  /// @param zone where entries were written that do not say it
  /// @param dryRun whether to find out only what would be done
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

  /// Imports all that lies at these paths. A source that cannot be read is named in the result, and
  /// the rest goes on.
  ///
  /// @throws app.fragments.store.StoreException where the store fails; what was stored by then
  ///   stays, and importing again goes on from there
  public ImportResult run(List<Path> paths, ImportFormat format, ImportListener listener) {
    ImportCounter tally = new ImportCounter();
    for (Path path : paths) {
      if (listener.isCancelled()) {
        tally.cancel();
        break;
      }
      Optional<ImportFormat> actual =
          format == ImportFormat.AUTO ? ImportFormat.of(path) : Optional.of(format);
      if (!Files.exists(path)) {
        tally.failed(new Remark(path.toString(), "there is no such file or folder"));
      } else if (actual.isEmpty()) {
        tally.failed(
            new Remark(path.toString(), "neither Markdown nor JSON; name its --format if it is"));
      } else {
        run(path, importer(actual.get()), tally, listener);
      }
    }
    return tally.result();
  }

  private Importer importer(ImportFormat format) {
    return format == ImportFormat.JRNL ? new JrnlImporter(zone) : new MarkdownImporter(zone, home);
  }

  private void run(Path path, Importer importer, ImportCounter tally, ImportListener listener) {
    ImportBatch batch = new ImportBatch(store, userId, importer.name(), dryRun, tally, listener);
    try {
      importer.read(path, batch);
    } catch (IOException e) {
      tally.failed(new Remark(path.toString(), "it cannot be read: " + e.getMessage()));
    }
    batch.flush();
  }
}
