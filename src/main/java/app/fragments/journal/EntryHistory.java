package app.fragments.journal;

import java.util.List;

/// Port to the saved states of entries. They are removed with their entry.
public interface EntryHistory {
  /// How many states of an entry are kept.
  int MOST = 50;

  /// Keeps the last state of each minute, and the newest [#MOST] of them. Idempotent.
  ///
  /// @param before the stored state that was replaced; its revision is 0 if there was none. It is
  ///   kept too: an import or another program may have written it
  void record(Entry before, Entry saved);

  /// The states of an entry, the newest first.
  List<EntryVersion> versions(String userId, EntryId id);
}
