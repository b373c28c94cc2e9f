package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Puts a draft into the store, whatever happened there meanwhile. Waits for the store: belongs on
/// a background thread.
final class DraftSaver {
  private final Supplier<EntryStore> store;
  private final Function<String, String> titleOfOther;

  /// @param titleOfOther makes the title of the other version that a conflict leaves
  DraftSaver(Supplier<EntryStore> store, Function<String, String> titleOfOther) {
    this.store = store;
    this.titleOfOther = titleOfOther;
  }

  /// What a save came to.
  ///
  /// @param saved the fragment as the store has it now
  /// @param otherVersions what others had written into it, kept as fragments of their own
  record Outcome(Entry saved, List<Entry> otherVersions) {}

  /// Stores the user's words. Where somebody else was quicker, both are kept; where the fragment is
  /// gone, it comes back.
  ///
  /// @throws app.fragments.store.StoreUnavailableException while the store is away
  Outcome save(Draft draft) {
    EntryStore entries = store.get();
    List<Entry> others = new ArrayList<>();
    Draft next = draft;
    while (true) {
      try {
        return new Outcome(entries.save(next.mine()), others);
      } catch (EntryConflictException conflict) {
        Entry theirs = conflict.current();
        if (theirs == null) {
          next = next.on(next.base().withRevision(0, next.base().updatedAt()));
        } else {
          ThreeWayMerge merge = ThreeWayMerge.of(next, theirs, titleOfOther);
          if (merge.otherVersion() != null) {
            others.add(entries.save(merge.otherVersion()));
          }
          next = new Draft(theirs, merge.merged());
        }
      }
    }
  }
}
