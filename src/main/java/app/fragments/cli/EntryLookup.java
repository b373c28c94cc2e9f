package app.fragments.cli;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.PageKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds entries as commands name them.
record EntryLookup(EntryStore store, String userId) {
  private static final int PAGE = 500;

  /// The entry of that id, or the only one whose id starts so; also from the trash.
  ///
  /// @throws CommandFailedException where there is none, or more than one
  Entry find(String written) {
    String start = written.strip().toLowerCase(Locale.ROOT);
    if (start.isEmpty()) {
      throw new CommandFailedException("An id is never empty");
    }
    Optional<Entry> exact = store.find(userId, new EntryId(start));
    if (exact.isPresent()) {
      return exact.get();
    }
    List<EntryId> found = new ArrayList<>();
    for (EntryFilter filter : List.of(EntryFilter.ALL, EntryFilter.ALL.inTrash())) {
      forEach(
          filter,
          Integer.MAX_VALUE,
          header -> {
            if (header.id().value().startsWith(start)) {
              found.add(header.id());
            }
          });
    }
    if (found.size() > 1) {
      throw new CommandFailedException(
          found.size() + " entries have an id that starts with " + written + "; write more of it");
    }
    return found.stream()
        .findFirst()
        .flatMap(id -> store.find(userId, id))
        .orElseThrow(() -> new CommandFailedException("There is no entry " + written));
  }

  /// Goes through the headers, newest first, page by page.
  void forEach(EntryFilter filter, int limit, Consumer<EntryHeader> action) {
    forEachPage(filter, limit, page -> page.forEach(action));
  }

  /// The same with whole entries.
  void forEachEntry(EntryFilter filter, int limit, Consumer<Entry> action) {
    forEachPage(
        filter,
        limit,
        page -> store.findAll(userId, page.stream().map(EntryHeader::id).toList()).forEach(action));
  }

  private void forEachPage(EntryFilter filter, int limit, Consumer<List<EntryHeader>> action) {
    @Nullable PageKey after = null;
    int left = limit;
    while (left > 0) {
      List<EntryHeader> page = store.list(userId, filter, after, Math.min(PAGE, left));
      action.accept(page);
      left -= page.size();
      if (page.size() < PAGE) {
        return;
      }
      after = PageKey.after(page.getLast());
    }
  }
}
