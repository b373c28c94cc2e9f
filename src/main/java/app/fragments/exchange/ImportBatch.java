package app.fragments.exchange;

import app.fragments.exchange.ImportResult.Remark;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import app.fragments.journal.EntryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares imported entries with the journal, a few hundred at a time, stores the new and changed
/// ones, and collects the result.
final class ImportBatch implements Importer.Sink {
  private static final int ENTRIES = 500;
  private static final int CHARACTERS = 8_000_000;

  private final EntryStore store;
  private final String userId;
  private final boolean dryRun;
  private final ImportListener listener;
  private final Map<EntryId, ImportedEntry> waiting = new LinkedHashMap<>();
  private int characters;
  private String importer = "";

  private final List<Remark> failed = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();
  private int imported;
  private int updated;
  private int unchanged;
  private boolean cancelled;

  ImportBatch(EntryStore store, String userId, boolean dryRun, ImportListener listener) {
    this.store = store;
    this.userId = userId;
    this.dryRun = dryRun;
    this.listener = listener;
  }

  /// Imports everything at a path.
  void read(Path path, Importer from) {
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
    waiting.putIfAbsent(entry.id(userId, importer), entry);
    characters += entry.text().length();
    if (waiting.size() >= ENTRIES || characters >= CHARACTERS) {
      flush();
    }
  }

  @Override
  public void failed(String source, String reason) {
    failed.add(new Remark(source, reason));
  }

  @Override
  public boolean isCancelled() {
    cancelled |= listener.isCancelled();
    return cancelled;
  }

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    Map<EntryId, Entry> existing =
        store.findAll(userId, waiting.keySet()).stream()
            .collect(Collectors.toMap(Entry::id, Function.identity()));
    List<Entry> toStore = new ArrayList<>();
    waiting.forEach((id, entry) -> compare(entry, existing.get(id), toStore));
    List<Entry> stored = dryRun || toStore.isEmpty() ? toStore : store.saveAll(toStore);
    Set<EntryId> storedIds = stored.stream().map(Entry::id).collect(Collectors.toSet());
    for (Entry entry : toStore) {
      ImportedEntry source = Objects.requireNonNull(waiting.get(entry.id()));
      if (!storedIds.contains(entry.id())) {
        failed(source.source(), "changed in the journal during the import; import it again");
        continue;
      }
      if (existing.containsKey(entry.id())) {
        updated++;
      } else {
        imported++;
      }
      warn(source);
    }
    waiting.clear();
    characters = 0;
    listener.progress(result());
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

  private void warn(ImportedEntry entry) {
    entry.leftOut().forEach(field -> leftOut.merge(field, 1, Integer::sum));
    @Nullable String warning = entry.warning();
    if (warning != null) {
      warnings.add(new Remark(entry.source(), warning));
    }
  }

  /// The result up to now.
  ImportResult result() {
    List<Remark> all = new ArrayList<>(warnings);
    if (!leftOut.isEmpty()) { // one warning for all files: those of a folder tend to be alike
      String fields =
          leftOut.entrySet().stream()
              .map(field -> fileCount(field.getKey(), field.getValue()))
              .collect(Collectors.joining(", "));
      all.add(new Remark("Front matter", "ignored " + fields));
    }
    return new ImportResult(imported, updated, unchanged, failed, all, cancelled);
  }

  private static String fileCount(String field, int files) {
    return "%s (%,d %s)".formatted(field, files, files == 1 ? "file" : "files");
  }
}
