package app.fragments.journal;

import java.time.Instant;
import java.util.List;

/// What happened in a user's journal since a moment.
///
/// @param changed the entries written since, trashed ones among them, oldest change first; an entry
///   may be named again in the next answer, so take them by id and revision
/// @param total how many entries the user has, trash included: where it does not fit what is known
///   plus what changed, entries were removed for good and the list is to be read anew
/// @param asOf the store's time to ask from next
public record EntryChanges(List<EntryHeader> changed, long total, Instant asOf) {

  public EntryChanges {
    changed = List.copyOf(changed);
  }
}
