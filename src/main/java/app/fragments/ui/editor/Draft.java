package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import java.util.function.Function;

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

  /// Whether a later state of the store has all that the user made of the fragment, so that saving
  /// the draft could only take words away. Where that is not certain, it is not so.
  ///
  /// @param stored what the store has now
  boolean isIn(Entry stored) {
    return stored.revision() > base.revision()
        && isIn(stored, Entry::title)
        && isIn(stored, Entry::text)
        && isKept(stored, Entry::tags)
        && isKept(stored, Entry::date)
        && isKept(stored, Entry::starred);
  }

  /// Either the store says just the same, or all was added: by the user to what they began with,
  /// and to that until now. What the user took out would come back otherwise.
  private boolean isIn(Entry stored, Function<Entry, String> module) {
    String now = module.apply(stored);
    String written = module.apply(mine);
    return now.equals(written) || (hasGrown(module.apply(base), written) && hasGrown(written, now));
  }

  private <T> boolean isKept(Entry stored, Function<Entry, T> module) {
    T chosen = module.apply(mine);
    return chosen.equals(module.apply(base)) || chosen.equals(module.apply(stored));
  }

  /// Whether the second is the first with something put in at one place.
  private static boolean hasGrown(String before, String after) {
    int start = 0;
    while (start < before.length()
        && start < after.length()
        && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    return after.length() >= before.length() && after.endsWith(before.substring(start));
  }
}
