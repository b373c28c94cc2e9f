package app.fragments.ui.editor;

import app.fragments.journal.Entry;

/// A fragment that is being written: what the store has of it, and what the user has made of it.
///
/// @param base the last state that the store is known to have; revision 0 for a new one
/// @param mine the user's state; its revision is that of `base`
record Draft(Entry base, Entry mine) {
  static Draft of(Entry stored) {
    return new Draft(stored, stored);
  }

  Draft with(Entry changed) {
    return new Draft(base, changed.withRevision(base.revision(), base.updatedAt()));
  }

  /// The same words on top of what the store has now.
  Draft on(Entry stored) {
    return new Draft(stored, mine.withRevision(stored.revision(), stored.updatedAt()));
  }

  /// Whether there is something that the store does not have. A new fragment without a word is
  /// nothing.
  boolean isDirty() {
    return !mine.text().equals(base.text())
        || !mine.title().equals(base.title())
        || !mine.tags().equals(base.tags())
        || !mine.date().equals(base.date())
        || mine.starred() != base.starred();
  }
}
