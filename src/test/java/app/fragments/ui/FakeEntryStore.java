package app.fragments.ui;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryChanges;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.PageKey;
import app.fragments.journal.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A journal in memory that can be away.
public final class FakeEntryStore implements EntryStore {
  private final Map<EntryId, Entry> entries = new LinkedHashMap<>();
  private Instant now = Instant.parse("2026-02-07T12:00:00Z");
  private boolean away;
  private int saves;

  public synchronized void setAway(boolean isAway) {
    away = isAway;
  }

  /// How many saves were asked for.
  public synchronized int saves() {
    return saves;
  }

  public synchronized Collection<Entry> all() {
    return List.copyOf(entries.values());
  }

  @Override
  public synchronized Entry save(Entry entry) {
    answer();
    saves++;
    @Nullable Entry known = entries.get(entry.id());
    if ((known == null ? 0 : known.revision()) != entry.revision()) {
      throw new EntryConflictException(entry.id(), known);
    }
    Entry stored = entry.withRevision(entry.revision() + 1, tick());
    entries.put(entry.id(), stored);
    return stored;
  }

  @Override
  public synchronized List<Entry> saveAll(List<Entry> all) {
    List<Entry> stored = new ArrayList<>();
    for (Entry entry : all) {
      try {
        stored.add(save(entry));
      } catch (EntryConflictException e) {
        // left out, as the port says
      }
    }
    return stored;
  }

  @Override
  public synchronized Optional<Entry> find(String userId, EntryId id) {
    answer();
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public synchronized List<Entry> findAll(String userId, Collection<EntryId> ids) {
    answer();
    return ids.stream().map(entries::get).filter(entry -> entry != null).toList();
  }

  @Override
  public synchronized List<EntryHeader> list(
      String userId, EntryFilter filter, @Nullable PageKey after, int limit) {
    answer();
    Comparator<PageKey> order =
        Comparator.comparing(PageKey::date)
            .thenComparing(PageKey::createdAt)
            .thenComparing(PageKey::id)
            .reversed();
    return entries.values().stream()
        .filter(entry -> matches(entry, filter))
        .map(Entry::header)
        .sorted(Comparator.comparing(PageKey::after, order))
        .filter(header -> after == null || order.compare(PageKey.after(header), after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long count(String userId, EntryFilter filter) {
    answer();
    return entries.values().stream().filter(entry -> matches(entry, filter)).count();
  }

  @Override
  public synchronized EntryChanges changesSince(String userId, Instant since) {
    answer();
    List<EntryHeader> changed =
        since.equals(Instant.EPOCH)
            ? List.of()
            : entries.values().stream()
                .filter(entry -> entry.updatedAt().isAfter(since))
                .map(Entry::header)
                .toList();
    return new EntryChanges(changed, entries.size(), now);
  }

  @Override
  public synchronized List<EntryId> trash(String userId, Collection<EntryId> ids) {
    answer();
    return change(ids, false, entry -> deleted(entry, tick()));
  }

  @Override
  public synchronized List<EntryId> restore(String userId, Collection<EntryId> ids) {
    answer();
    return change(ids, true, entry -> deleted(entry, null));
  }

  @Override
  public synchronized int purge(String userId, Collection<EntryId> ids) {
    answer();
    int before = entries.size();
    ids.forEach(id -> entries.computeIfPresent(id, (k, e) -> e.inTrash() ? null : e));
    return before - entries.size();
  }

  private List<EntryId> change(
      Collection<EntryId> ids, boolean trashed, UnaryOperator<Entry> change) {
    List<EntryId> done = new ArrayList<>();
    for (EntryId id : ids) {
      @Nullable Entry entry = entries.get(id);
      if (entry != null && entry.inTrash() == trashed) {
        entries.put(id, change.apply(entry).withRevision(entry.revision() + 1, tick()));
        done.add(id);
      }
    }
    return done;
  }

  private static Entry deleted(Entry e, @Nullable Instant when) {
    return new Entry(
        e.id(),
        e.userId(),
        e.date(),
        e.timeZone(),
        e.createdAt(),
        e.updatedAt(),
        e.revision(),
        e.title(),
        e.text(),
        e.tags(),
        e.mood(),
        e.starred(),
        e.source(),
        when);
  }

  private static boolean matches(Entry entry, EntryFilter filter) {
    String all =
        String.join("\n", entry.title(), entry.text(), String.join("\n", entry.tags()))
            .toLowerCase(Locale.ROOT);
    return entry.inTrash() == filter.trash()
        && (!filter.starredOnly() || entry.starred())
        && filter.words().stream().allMatch(word -> all.contains(word.toLowerCase(Locale.ROOT)));
  }

  private Instant tick() {
    now = now.plusMillis(1);
    return now;
  }

  private void answer() {
    if (away) {
      throw new StoreUnavailableException("The store is away", null);
    }
  }
}
