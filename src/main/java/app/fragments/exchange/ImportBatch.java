package app.fragments.exchange;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import app.fragments.journal.EntryStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares imported entries with the journal, a few hundred at a time, and stores the new and
/// changed ones.
final class ImportBatch implements Importer.Sink {
  private static final int ENTRIES = 500;
  private static final int CHARACTERS = 8_000_000;

  private final EntryStore store;
  private final String userId;
  private final String importer;
  private final boolean dryRun;
  private final ImportCounter counter;
  private final ImportListener listener;
  private final Map<EntryId, ImportedEntry> waiting = new LinkedHashMap<>();
  private int characters;

  ImportBatch(
      EntryStore store,
      String userId,
      String importer,
      boolean dryRun,
      ImportCounter counter,
      ImportListener listener) {
    this.store = store;
    this.userId = userId;
    this.importer = importer;
    this.dryRun = dryRun;
    this.counter = counter;
    this.listener = listener;
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
    counter.failed(source, reason);
  }

  @Override
  public boolean isCancelled() {
    if (listener.isCancelled()) {
      counter.cancel();
      return true;
    }
    return false;
  }

  /// Stores the waiting entries.
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    Map<EntryId, Entry> existing =
        store.findAll(userId, waiting.keySet()).stream()
            .collect(Collectors.toMap(Entry::id, Function.identity()));
    List<Entry> toStore = new ArrayList<>();
    waiting.forEach((id, imported) -> compare(imported, existing.get(id), toStore));
    Set<EntryId> stored =
        (dryRun || toStore.isEmpty() ? toStore : store.saveAll(toStore))
            .stream().map(Entry::id).collect(Collectors.toSet());
    for (Entry entry : toStore) {
      ImportedEntry imported = Objects.requireNonNull(waiting.get(entry.id()));
      if (!stored.contains(entry.id())) {
        failed(imported.source(), "changed in the journal during the import; import it again");
      } else if (existing.containsKey(entry.id())) {
        counter.updated(imported);
      } else {
        counter.imported(imported);
      }
    }
    waiting.clear();
    characters = 0;
    listener.progress(counter.result());
  }

  private void compare(ImportedEntry imported, @Nullable Entry existing, List<Entry> toStore) {
    if (existing == null) {
      toStore.add(imported.create(userId, importer));
      return;
    }
    Entry updated = imported.update(existing, importer);
    @Nullable EntrySource last = existing.source();
    String digest = existing.contentDigest();
    if (existing.inTrash()
        || updated.contentDigest().equals(digest)
        || (last != null && imported.isUnchanged(last.digest(), updated))) {
      counter.unchanged();
    } else if (last != null && last.digest().equals(digest)) {
      toStore.add(updated);
    } else {
      failed(imported.source(), "changed both in the journal and at its source; yours is kept");
    }
  }
}
