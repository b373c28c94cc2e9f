package app.fragments.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Port to the stored journal. What returns has been written to disk.
///
/// Every method names the user: one user never sees another's entries. Every method throws
/// [StoreUnavailableException] while the store cannot be reached, and may be called again then.
public interface EntryStore {

  /// Stores a new entry (revision 0) or the next state of a known one.
  ///
  /// @return the entry with the revision and time that the store gave it
  /// @throws EntryConflictException when somebody else has stored a later revision, or removed it
  Entry save(Entry entry);

  /// Stores many at once, as [#save(Entry)] does each, in one round trip a few hundred.
  ///
  /// @return as many as were stored, in the given order; one with an outdated revision is left out
  List<Entry> saveAll(List<Entry> entries);

  /// One entry, also from the trash.
  Optional<Entry> find(String userId, EntryId id);

  /// The entries of these names in the order asked, trashed ones included; unknown ones and other
  /// users' are left out.
  List<Entry> findAll(String userId, Collection<EntryId> ids);

  /// One page of the journal, newest day first, within a day the latest written first.
  ///
  /// @param after the last of the page before, or null for the first page
  /// @param limit at least 1
  List<EntryHeader> list(String userId, EntryFilter filter, @Nullable PageKey after, int limit);

  /// How many entries the filter lets through.
  long count(String userId, EntryFilter filter);

  /// The entries written since a moment of the store's clock.
  ///
  /// @param since [EntryChanges#asOf()] of the previous call, or the time of the store's clock
  ///   before the first page was read
  EntryChanges changesSince(String userId, Instant since);

  /// Moves entries to the trash; they keep their place for [#restore].
  ///
  /// @return those that were there and not in the trash yet
  List<EntryId> trash(String userId, Collection<EntryId> ids);

  /// Takes entries out of the trash.
  ///
  /// @return those that were in it
  List<EntryId> restore(String userId, Collection<EntryId> ids);

  /// Removes entries that are in the trash for good.
  ///
  /// @return how many
  int purge(String userId, Collection<EntryId> ids);
}
