package app.fragments.journal;

import java.time.Instant;
import java.util.List;

/// The changes to a user's journal since a moment.
///
/// @param changed the entries written since, including trashed ones, oldest change first. The next
///   call may return an entry again, so compare id and revision.
/// @param total the user's entries, including the trash. If the caller's own count differs after
///   applying the changes, entries were purged and the list must be reloaded.
/// @param asOf the store's time, to pass to the next call
public record EntryChanges(List<EntryHeader> changed, long total, Instant asOf) {

  public EntryChanges {
    changed = List.copyOf(changed);
  }
}
