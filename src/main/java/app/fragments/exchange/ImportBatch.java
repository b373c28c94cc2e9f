package app.fragments.exchange;

import app.fragments.exchange.ImportResult.Remark;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import app.fragments.journal.EntryStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares what an importer reads with the journal, a few hundred entries at a time, and stores
/// what is new or changed.
final class ImportBatch implements Importer.Sink {
  private static final int ENTRIES = 500;
  private static final int CHARACTERS = 8_000_000;

  private final EntryStore store;
  private final String userId;
  private final String importer;
  private final boolean dryRun;
  private final ImportCounter tally;
  private final ImportListener listener;
  private final Map<EntryId, ImportedEntry> waiting = new LinkedHashMap<>();
  private int characters;

  ImportBatch(
      EntryStore store,
      String userId,
      String importer,
      boolean dryRun,
      ImportCounter tally,
      ImportListener listener) {
    this.store = store;
    this.userId = userId;
    this.importer = importer;
    this.dryRun = dryRun;
    this.tally = tally;
    this.listener = listener;
  }

  @Override
  public void entry(ImportedEntry entry) {
    // The same file may be met twice, over a link.
    waiting.putIfAbsent(entry.id(userId, importer), entry);
    characters += entry.text().length();
    if (waiting.size() >= ENTRIES || characters >= CHARACTERS) {
      flush();
    }
  }

  @Override
  public void failed(String source, String reason) {
    tally.failed(new Remark(source, reason));
  }

  @Override
  public boolean isCancelled() {
    if (listener.isCancelled()) {
      tally.cancel();
      return true;
    }
    return false;
  }

  /// Stores what is waiting.
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    Map<EntryId, Entry> there =
        store.findAll(userId, waiting.keySet()).stream()
            .collect(Collectors.toMap(Entry::id, Function.identity()));
    List<Entry> toStore = new ArrayList<>();
    waiting.forEach((id, read) -> compare(read, there.get(id), toStore));
    if (!dryRun && !toStore.isEmpty()) {
      store(toStore, there.keySet());
    } else {
      toStore.forEach(entry -> count(entry, there.containsKey(entry.id())));
    }
    waiting.clear();
    characters = 0;
    listener.progress(tally.result());
  }

  private void compare(ImportedEntry read, @Nullable Entry there, List<Entry> toStore) {
    if (there == null) {
      toStore.add(read.create(userId, importer));
      return;
    }
    Entry next = read.update(there, importer);
    @Nullable EntrySource last = there.source();
    String digest = there.contentDigest();
    if (there.inTrash()
        || next.contentDigest().equals(digest)
        || (last != null && read.says(last.digest(), next))) {
      tally.unchanged();
    } else if (last != null && last.digest().equals(digest)) {
      toStore.add(next);
    } else {
      failed(read.source(), "changed here and at its source; yours is kept");
    }
  }

  private void store(List<Entry> entries, Set<EntryId> there) {
    Set<EntryId> stored =
        store.saveAll(entries).stream()
            .map(Entry::id)
            .collect(Collectors.toCollection(HashSet::new));
    for (Entry entry : entries) {
      if (stored.contains(entry.id())) {
        count(entry, there.contains(entry.id()));
      } else {
        failed(read(entry).source(), "changed here at the same moment; import it again");
      }
    }
  }

  private void count(Entry entry, boolean wasThere) {
    if (wasThere) {
      tally.updated(read(entry));
    } else {
      tally.imported(read(entry));
    }
  }

  private ImportedEntry read(Entry entry) {
    @Nullable ImportedEntry read = waiting.get(entry.id());
    if (read == null) {
      throw new IllegalStateException("Stored an entry that was never read");
    }
    return read;
  }
}
