package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Saves drafts and resolves conflicts.
///
/// @param otherTitle makes the title of the other version that a conflict leaves
record DraftSaver(Supplier<EntryStore> store, Function<String, String> otherTitle) {

  /// @param saved the fragment as stored now
  /// @param otherVersions text that others had written into it, kept as separate fragments
  record Outcome(Entry saved, List<Entry> otherVersions) {}

  /// Saves the user's text. If somebody else saved first, keeps both texts; if the fragment was
  /// deleted, restores it. Blocks on the store.
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
          Entry base = next.base().withRevision(0, next.base().updatedAt());
          next = new Draft(base, next.mine().withRevision(0, base.updatedAt()));
        } else {
          ThreeWayMerge merge = ThreeWayMerge.of(next.onOwn(theirs), theirs, otherTitle);
          if (merge.otherVersion() != null) {
            others.add(entries.save(merge.otherVersion()));
          }
          next = new Draft(theirs, merge.merged(), next.unanswered());
        }
      }
    }
  }
}
