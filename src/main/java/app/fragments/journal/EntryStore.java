package app.fragments.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Port to the stored journal. A write is on disk when its method returns.
///
/// Every method is limited to one user's entries. Every method throws
/// [app.fragments.store.StoreUnavailableException] if the store can't be reached; retrying is safe.
public interface EntryStore {
  /// The position after which the next page starts, by date, time of writing and id.
  record PageKey(LocalDate date, Instant createdAt, EntryId id) {
    public static PageKey after(EntryHeader last) {
      return new PageKey(last.date(), last.createdAt(), last.id());
    }
  }

  /// The changes to a user's journal since a moment.
  ///
  /// @param changed the entries written since, including trashed ones, oldest change first. The
  ///   next call may return an entry again, so compare id and revision.
  /// @param total the user's entries, including the trash. If the caller's own count differs after
  ///   applying the changes, entries were purged and the list must be reloaded.
  /// @param asOf the store's time, to pass to the next call
  record EntryChanges(List<EntryHeader> changed, long total, Instant asOf) {
    public EntryChanges {
      changed = List.copyOf(changed);
    }
  }

  /// Stores a new entry (revision 0) or the next revision of an existing one.
  ///
  /// @return the entry with its new revision and time
  /// @throws EntryConflictException if the revision is outdated or the entry was removed
  Entry save(Entry entry);

  /// Stores many entries, a few hundred per round trip. Returns those stored, in the given order,
  /// without those whose revision is outdated.
  List<Entry> saveAll(List<Entry> entries);

  /// Finds an entry, also in the trash.
  Optional<Entry> find(String userId, EntryId id);

  /// The entries with these ids in the given order, including trashed ones. Skips unknown ids.
  List<Entry> findAll(String userId, Collection<EntryId> ids);

  /// A page of the journal, newest date first and within a date the latest entry first.
  ///
  /// @param after the end of the previous page, or null for the first page
  /// @param limit at least 1
  List<EntryHeader> list(String userId, EntryFilter filter, @Nullable PageKey after, int limit);

  /// All matching entries in that order, read page by page as the stream is consumed.
  default Stream<List<EntryHeader>> pages(String userId, EntryFilter filter, int size) {
    return Stream.iterate(
        list(userId, filter, null, size),
        page -> !page.isEmpty(),
        page ->
            page.size() < size
                ? List.of()
                : list(userId, filter, PageKey.after(page.getLast()), size));
  }

  long count(String userId, EntryFilter filter);

  /// The entries written since a moment of the store's clock.
  ///
  /// @param since [EntryChanges#asOf()] of the previous call, or the time of the store's clock
  ///   before the first page was read
  EntryChanges changesSince(String userId, Instant since);

  /// Moves entries to the trash. Returns those that exist and were not in the trash.
  List<EntryId> trash(String userId, Collection<EntryId> ids);

  /// Restores entries from the trash. Returns those that were in the trash.
  List<EntryId> restore(String userId, Collection<EntryId> ids);

  /// The saved states of entries.
  EntryHistory history();

  /// The pictures in entries.
  PictureStore pictures();

  /// Permanently removes trashed entries and their history. Returns how many.
  int purge(String userId, Collection<EntryId> ids);
}
