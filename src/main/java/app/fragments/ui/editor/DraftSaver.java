package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Saves a draft and resolves conflicts. Blocks on the store: call it on a background thread.
final class DraftSaver {
  private final Supplier<EntryStore> store;
  private final Function<String, String> otherTitle;

  /// @param otherTitle makes the title of the other version that a conflict leaves
  DraftSaver(Supplier<EntryStore> store, Function<String, String> otherTitle) {
    this.store = store;
    this.otherTitle = otherTitle;
  }

  /// @param saved the fragment as stored now
  /// @param otherVersions text that others had written into it, kept as separate fragments
  record Outcome(Entry saved, List<Entry> otherVersions) {}

  /// Saves the user's text. If somebody else saved first, keeps both texts; if the fragment was
  /// deleted, restores it.
  ///
  /// @throws app.fragments.store.StoreUnavailableException while the store is unreachable
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
          next = next.onto(next.base().withRevision(0, next.base().updatedAt()));
        } else {
          ThreeWayMerge merge = ThreeWayMerge.of(next, theirs, otherTitle);
          if (merge.otherVersion() != null) {
            others.add(entries.save(merge.otherVersion()));
          }
          next = new Draft(theirs, merge.merged());
        }
      }
    }
  }
}
