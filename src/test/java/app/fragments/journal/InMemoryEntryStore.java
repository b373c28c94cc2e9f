package app.fragments.journal;

import app.fragments.journal.EntryStore.EntryChanges;
import app.fragments.journal.EntryStore.PageKey;
import app.fragments.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An in-memory entry store that fulfills the contract of its port and can be made unavailable.
public class InMemoryEntryStore implements EntryStore {
  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing(Entry::date)
          .thenComparing(Entry::createdAt)
          .thenComparing(Entry::id)
          .reversed();

  private final Map<EntryId, Entry> entries = new HashMap<>();
  private final Map<EntryId, NavigableMap<Instant, EntryVersion>> versions = new HashMap<>();
  private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
  private final AtomicInteger pictureChecks = new AtomicInteger();
  private final Clock clock;
  private boolean unavailable;
  private boolean historyUnavailable;

  /// Uses a fixed clock.
  public InMemoryEntryStore() {
    this(Clock.fixed(Instant.parse("2026-02-06T16:20:00Z"), ZoneOffset.UTC));
  }

  public InMemoryEntryStore(Clock clock) {
    this.clock = clock;
  }

  /// Makes every call fail as if the server were down, or succeed again.
  public void setUnavailable(boolean unavailable) {
    this.unavailable = unavailable;
  }

  @Override
  public synchronized Entry save(Entry entry) {
    check();
    @Nullable Entry there = entries.get(entry.id());
    if ((there == null ? 0 : there.revision()) != entry.revision()) {
      throw new EntryConflictException(entry.id(), there);
    }
    Entry stored = entry.withRevision(entry.revision() + 1, clock.instant());
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
        // the contract says to skip it
      }
    }
    return stored;
  }

  @Override
  public synchronized Optional<Entry> find(String userId, EntryId id) {
    check();
    return Optional.ofNullable(entries.get(id)).filter(entry -> entry.userId().equals(userId));
  }

  @Override
  public synchronized List<Entry> findAll(String userId, Collection<EntryId> ids) {
    return ids.stream().flatMap(id -> find(userId, id).stream()).toList();
  }

  @Override
  public synchronized List<EntryHeader> list(
      String userId, EntryFilter filter, @Nullable PageKey after, int limit) {
    return matching(userId, filter)
        .filter(entry -> after == null || isAfter(entry, after))
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .map(Entry::header)
        .toList();
  }

  private static boolean isAfter(Entry entry, PageKey last) {
    return Comparator.comparing(PageKey::date)
            .thenComparing(PageKey::createdAt)
            .thenComparing(PageKey::id)
            .compare(new PageKey(entry.date(), entry.createdAt(), entry.id()), last)
        < 0;
  }

  @Override
  public synchronized long count(String userId, EntryFilter filter) {
    return matching(userId, filter).count();
  }

  private Stream<Entry> matching(String userId, EntryFilter filter) {
    check();
    return entries.values().stream()
        .filter(entry -> entry.userId().equals(userId))
        .filter(entry -> entry.inTrash() == filter.trash())
        .filter(entry -> filter.from() == null || !entry.date().isBefore(filter.from()))
        .filter(entry -> filter.to() == null || !entry.date().isAfter(filter.to()))
        .filter(entry -> !filter.starredOnly() || entry.starred())
        .filter(
            entry ->
                filter.tags().isEmpty()
                    || filter.tags().stream()
                        .anyMatch(
                            wanted ->
                                entry.allTags().stream()
                                    .anyMatch(tag -> Tags.isWithin(tag, Tags.key(wanted)))))
        .filter(
            entry -> {
              String all = entry.title() + " " + entry.text() + " " + entry.tags();
              return filter.words().stream()
                  .allMatch(
                      word -> all.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
            });
  }

  @Override
  public synchronized EntryChanges changesSince(String userId, Instant since) {
    List<EntryHeader> changed =
        Stream.concat(
                matching(userId, EntryFilter.ALL), matching(userId, EntryFilter.ALL.inTrash()))
            .filter(entry -> !entry.updatedAt().isBefore(since))
            .sorted(Comparator.comparing(Entry::updatedAt))
            .map(Entry::header)
            .toList();
    long total = entries.values().stream().filter(entry -> entry.userId().equals(userId)).count();
    return new EntryChanges(changed, total, clock.instant());
  }

  @Override
  public synchronized List<EntryId> trash(String userId, Collection<EntryId> ids) {
    return change(userId, ids, false, entry -> withDeletedAt(entry, clock.instant()));
  }

  @Override
  public synchronized List<EntryId> restore(String userId, Collection<EntryId> ids) {
    return change(userId, ids, true, entry -> withDeletedAt(entry, null));
  }

  private List<EntryId> change(
      String userId, Collection<EntryId> ids, boolean inTrash, UnaryOperator<Entry> change) {
    List<EntryId> changed = new ArrayList<>();
    for (Entry entry : findAll(userId, ids)) {
      if (entry.inTrash() == inTrash) {
        entries.put(entry.id(), change.apply(entry));
        changed.add(entry.id());
      }
    }
    return changed;
  }

  private Entry withDeletedAt(Entry entry, @Nullable Instant deletedAt) {
    return new Entry(
        entry.id(),
        entry.userId(),
        entry.date(),
        entry.timeZone(),
        entry.createdAt(),
        clock.instant(),
        entry.revision() + 1,
        entry.title(),
        entry.text(),
        entry.tags(),
        entry.mood(),
        entry.starred(),
        entry.source(),
        deletedAt);
  }

  @Override
  public EntryHistory history() {
    return new EntryHistory() {
      @Override
      public void record(Entry before, Entry saved) {
        InMemoryEntryStore.this.record(before, saved);
      }

      @Override
      public List<EntryVersion> versions(String userId, EntryId id) {
        return find(userId, id)
            .flatMap(entry -> Optional.ofNullable(versions.get(id)))
            .map(kept -> List.copyOf(kept.descendingMap().values()))
            .orElse(List.of());
      }
    };
  }

  @Override
  public PictureStore pictures() {
    return new PictureStore() {
      @Override
      public void save(String userId, Picture picture) {
        check();
        pictures.put(userId + picture.id(), picture.file());
      }

      @Override
      public Optional<byte[]> find(String userId, PictureId id) {
        check();
        return Optional.ofNullable(pictures.get(userId + id));
      }

      @Override
      public int removeUnreferenced() {
        check();
        pictureChecks.incrementAndGet();
        return 0;
      }
    };
  }

  /// How often pictures that nothing refers to were to be removed.
  public int pictureChecks() {
    return pictureChecks.get();
  }

  /// Makes recording states fail, or work again.
  public void setHistoryUnavailable(boolean unavailable) {
    historyUnavailable = unavailable;
  }

  private synchronized void record(Entry before, Entry saved) {
    check();
    if (historyUnavailable) {
      throw new StoreUnavailableException("The history is unavailable", null);
    }
    NavigableMap<Instant, EntryVersion> kept =
        versions.computeIfAbsent(saved.id(), id -> new TreeMap<>());
    if (before.revision() > 0) {
      if (before.contentDigest().equals(saved.contentDigest())) {
        return;
      }
      kept.putIfAbsent(minute(before), EntryVersion.of(before));
    }
    kept.put(minute(saved), EntryVersion.of(saved));
    while (kept.size() > EntryHistory.MOST) {
      kept.pollFirstEntry();
    }
  }

  private static Instant minute(Entry entry) {
    return entry.updatedAt().truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public synchronized int purge(String userId, Collection<EntryId> ids) {
    int purged = 0;
    for (Entry entry : findAll(userId, ids)) {
      if (entry.inTrash()) {
        entries.remove(entry.id());
        versions.remove(entry.id());
        purged++;
      }
    }
    return purged;
  }

  /// @throws StoreUnavailableException if the store was made unavailable
  public synchronized void check() {
    if (unavailable) {
      throw new StoreUnavailableException("The in-memory store is unavailable", null);
    }
  }
}
