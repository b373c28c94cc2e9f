package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryStore;
import app.fragments.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves drafts and resolves conflicts.
///
/// @param otherTitle makes the title of the other version that a conflict leaves
record DraftSaver(Supplier<EntryStore> store, Function<String, String> otherTitle) {
  private static final Logger LOG = LoggerFactory.getLogger(DraftSaver.class);

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
        Entry saved = entries.save(next.mine());
        record(entries, next.base(), saved);
        return new Outcome(saved, others);
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

  /// The save has succeeded: without its history it is still saved.
  private static void record(EntryStore entries, Entry before, Entry saved) {
    try {
      entries.history().record(before, saved);
    } catch (StoreException e) {
      LOG.warn("Cannot add a fragment's state to its history", e);
    }
  }
}
