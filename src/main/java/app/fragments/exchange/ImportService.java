package app.fragments.exchange;

import app.fragments.exchange.ImportResult.Remark;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import app.fragments.journal.EntryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Imports into one user's journal. Importing again updates entries that changed at their source
/// and adds no duplicates. Entries that the user edited or trashed stay as they are.
///
/// @param zone for dates without one
/// @param home see [MarkdownImporter]
public record ImportService(
    EntryStore store, String userId, ZoneId zone, Path home, boolean dryRun) {
  private static final int BATCH_ENTRIES = 500;
  private static final int BATCH_CHARACTERS = 8_000_000;

  /// An import service for the home folder of this process's user.
  public ImportService(EntryStore store, String userId, ZoneId zone, boolean dryRun) {
    this(store, userId, zone, Path.of(System.getProperty("user.home", ".")), dryRun);
  }

  /// Imports everything at these paths. Unreadable sources are skipped and listed in the result.
  ///
  /// @param onProgress called on this thread with the result so far
  /// @param isCancelled asked before each entry; entries stored by then stay
  /// @throws app.fragments.store.StoreException if the store fails; entries stored by then stay,
  ///   and importing again continues from there
  public ImportResult run(
      List<Path> paths,
      ImportFormat format,
      Consumer<ImportResult> onProgress,
      BooleanSupplier isCancelled) {
    Run run = new Run(onProgress, isCancelled);
    for (Path path : paths) {
      if (run.isCancelled()) {
        break;
      }
      Optional<ImportFormat> actual =
          format == ImportFormat.AUTO ? ImportFormat.of(path) : Optional.of(format);
      if (!Files.exists(path)) {
        run.failed(path.toString(), "no such file or folder");
      } else if (actual.isEmpty()) {
        run.failed(path.toString(), "not Markdown or JSON by its name; if it is, use --format");
      } else {
        boolean jrnl = actual.get() == ImportFormat.JRNL;
        run.read(path, jrnl ? new JrnlImporter(zone) : new MarkdownImporter(zone, home));
      }
    }
    return run.result();
  }

  /// Compares imported entries with the journal in batches, stores the new and changed ones, and
  /// collects the result.
  private final class Run implements ImportReader.Sink {
    private final Consumer<ImportResult> onProgress;
    private final BooleanSupplier isCancelled;
    private final Map<EntryId, ImportedEntry> batch = new LinkedHashMap<>();
    private final List<Remark> failed = new ArrayList<>();
    private final List<Remark> warnings = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int characters;
    private String importer = "";
    private int imported;
    private int updated;
    private int unchanged;
    private boolean cancelled;

    Run(Consumer<ImportResult> onProgress, BooleanSupplier isCancelled) {
      this.onProgress = onProgress;
      this.isCancelled = isCancelled;
    }

    void read(Path path, ImportReader from) {
      importer = from.name();
      try {
        from.read(path, this);
      } catch (IOException e) {
        failed(path.toString(), "can't be read: " + e.getMessage());
      }
      flush();
    }

    @Override
    public void entry(ImportedEntry entry) {
      // symbolic links can lead to the same file twice
      batch.putIfAbsent(entry.id(userId, importer), entry);
      characters += entry.text().length();
      if (batch.size() >= BATCH_ENTRIES || characters >= BATCH_CHARACTERS) {
        flush();
      }
    }

    @Override
    public void failed(String source, String reason) {
      failed.add(new Remark(source, reason));
    }

    @Override
    public boolean isCancelled() {
      cancelled |= isCancelled.getAsBoolean();
      return cancelled;
    }

    private void flush() {
      if (batch.isEmpty()) {
        return;
      }
      Map<EntryId, Entry> existing =
          store.findAll(userId, batch.keySet()).stream()
              .collect(Collectors.toMap(Entry::id, Function.identity()));
      List<Entry> toStore = new ArrayList<>();
      batch.forEach((id, entry) -> compare(entry, existing.get(id), toStore));
      List<Entry> stored = dryRun || toStore.isEmpty() ? toStore : store.saveAll(toStore);
      Set<EntryId> storedIds = stored.stream().map(Entry::id).collect(Collectors.toSet());
      for (Entry entry : toStore) {
        ImportedEntry source = Objects.requireNonNull(batch.get(entry.id()));
        if (!storedIds.contains(entry.id())) {
          failed(source.source(), "changed in the journal during the import; import it again");
          continue;
        }
        if (existing.containsKey(entry.id())) {
          updated++;
        } else {
          imported++;
        }
        source.leftOut().forEach(field -> leftOut.merge(field, 1, Integer::sum));
        if (source.warning() != null) {
          warnings.add(new Remark(source.source(), source.warning()));
        }
      }
      batch.clear();
      characters = 0;
      onProgress.accept(result());
    }

    private void compare(ImportedEntry entry, @Nullable Entry existing, List<Entry> toStore) {
      if (existing == null) {
        toStore.add(entry.create(userId, importer));
        return;
      }
      Entry changed = entry.update(existing, importer);
      @Nullable EntrySource last = existing.source();
      String digest = existing.contentDigest();
      if (existing.inTrash()
          || changed.contentDigest().equals(digest)
          || (last != null && entry.isUnchanged(last.digest(), changed))) {
        unchanged++;
      } else if (last != null && last.digest().equals(digest)) {
        toStore.add(changed);
      } else {
        failed(entry.source(), "changed both in the journal and at its source; yours is kept");
      }
    }

    ImportResult result() {
      List<Remark> all = new ArrayList<>(warnings);
      if (!leftOut.isEmpty()) { // one warning for all files: those of a folder tend to be alike
        List<String> fields = new ArrayList<>();
        leftOut.forEach(
            (name, n) -> fields.add("%s (%,d %s)".formatted(name, n, n == 1 ? "file" : "files")));
        all.add(new Remark("Front matter", "ignored " + String.join(", ", fields)));
      }
      return new ImportResult(imported, updated, unchanged, failed, all, cancelled);
    }
  }
}
