package app.fragments.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The journal's port in memory, true to its contract: for tests that need no server.
public final class InMemoryEntryStore implements EntryStore {
  private static final Comparator<EntryHeader> NEWEST_FIRST =
      Comparator.comparing(EntryHeader::date)
          .thenComparing(EntryHeader::createdAt)
          .thenComparing(header -> header.id().value())
          .reversed();

  private final Map<EntryId, Entry> entries = new LinkedHashMap<>();
  private Instant now = Instant.parse("2026-02-06T16:20:00Z");

  private Instant tick() {
    now = now.plus(Duration.ofMillis(1));
    return now;
  }

  @Override
  public synchronized Entry save(Entry entry) {
    Entry known = entries.get(entry.id());
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
    return Optional.ofNullable(entries.get(id)).filter(entry -> entry.userId().equals(userId));
  }

  @Override
  public synchronized List<Entry> findAll(String userId, Collection<EntryId> ids) {
    return ids.stream().map(id -> find(userId, id)).flatMap(Optional::stream).toList();
  }

  @Override
  public synchronized List<EntryHeader> list(
      String userId, EntryFilter filter, @Nullable PageKey after, int limit) {
    Stream<EntryHeader> sorted = matching(userId, filter).map(Entry::header).sorted(NEWEST_FIRST);
    return (after == null ? sorted : sorted.filter(header -> isAfter(header, after)))
        .limit(limit)
        .toList();
  }

  private static boolean isAfter(EntryHeader header, PageKey key) {
    return Comparator.comparing(PageKey::date)
            .thenComparing(PageKey::createdAt)
            .thenComparing(k -> k.id().value())
            .compare(PageKey.after(header), key)
        < 0;
  }

  @Override
  public synchronized long count(String userId, EntryFilter filter) {
    return matching(userId, filter).count();
  }

  private Stream<Entry> matching(String userId, EntryFilter filter) {
    return entries.values().stream()
        .filter(entry -> entry.userId().equals(userId))
        .filter(entry -> entry.inTrash() == filter.trash())
        .filter(entry -> filter.from() == null || !entry.date().isBefore(filter.from()))
        .filter(entry -> filter.to() == null || !entry.date().isAfter(filter.to()))
        .filter(entry -> !filter.starredOnly() || entry.starred())
        .filter(
            entry ->
                filter.tags().isEmpty()
                    || entry.tags().stream()
                        .anyMatch(tag -> filter.tags().stream().anyMatch(tag::equalsIgnoreCase)))
        .filter(entry -> filter.words().stream().allMatch(occursIn(entry)));
  }

  private static Predicate<String> occursIn(Entry entry) {
    String all = entry.title() + "\n" + entry.text() + "\n" + String.join("\n", entry.tags());
    return word -> all.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }

  @Override
  public synchronized EntryChanges changesSince(String userId, Instant since) {
    List<Entry> all =
        entries.values().stream().filter(entry -> entry.userId().equals(userId)).toList();
    List<EntryHeader> changed =
        since.equals(Instant.EPOCH)
            ? List.of()
            : all.stream()
                .filter(entry -> entry.updatedAt().isAfter(since))
                .sorted(Comparator.comparing(Entry::updatedAt))
                .map(Entry::header)
                .toList();
    return new EntryChanges(changed, all.size(), now);
  }

  @Override
  public synchronized List<EntryId> trash(String userId, Collection<EntryId> ids) {
    return changeTrash(userId, ids, false);
  }

  @Override
  public synchronized List<EntryId> restore(String userId, Collection<EntryId> ids) {
    return changeTrash(userId, ids, true);
  }

  private List<EntryId> changeTrash(String userId, Collection<EntryId> ids, boolean inTrash) {
    return findAll(userId, ids).stream()
        .filter(entry -> entry.inTrash() == inTrash)
        .map(entry -> entries.put(entry.id(), trashed(entry, inTrash ? null : tick())))
        .map(Entry::id)
        .toList();
  }

  private Entry trashed(Entry entry, @Nullable Instant deletedAt) {
    return new Entry(
        entry.id(),
        entry.userId(),
        entry.date(),
        entry.timeZone(),
        entry.createdAt(),
        tick(),
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
  public synchronized int purge(String userId, Collection<EntryId> ids) {
    List<Entry> gone = findAll(userId, ids).stream().filter(Entry::inTrash).toList();
    gone.forEach(entry -> entries.remove(entry.id()));
    return gone.size();
  }
}
