package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A fragment being edited.
///
/// @param base the last state known to be in the store; revision 0 if it was never saved
/// @param mine the user's state, at the revision of `base`
/// @param unanswered fingerprints of the states that saves without an answer sent to the store: if
///   the store has one of them, it is the user's own
record Draft(Entry base, Entry mine, Set<String> unanswered) {
  Draft {
    unanswered = Set.copyOf(unanswered);
  }

  Draft(Entry base, Entry mine) {
    this(base, mine, Set.of());
  }

  static Draft of(Entry stored) {
    return new Draft(stored, stored);
  }

  Draft with(Entry changed) {
    return new Draft(base, changed.withRevision(base.revision(), base.updatedAt()), unanswered);
  }

  Draft withUnanswered(Set<String> sent) {
    return new Draft(base, mine, sent);
  }

  /// The same changes on top of the stored state if that is one that this draft sent, although the
  /// answer was lost. Otherwise the user's older words would pass for somebody else's.
  Draft onOwn(Entry stored) {
    Sent sent = Sent.of(stored);
    if (unanswered.contains(sent.all())) {
      return new Draft(stored.withStarred(base.starred()), mine, unanswered);
    }
    return unanswered.contains(sent.text())
        ? new Draft(base.withText(stored.title(), stored.text()), mine, unanswered)
        : this;
  }

  /// The fingerprints of a state: others may have changed its tags or day meanwhile.
  record Sent(String all, String text) {
    static Sent of(Entry entry) {
      Entry text = entry.withDate(LocalDate.EPOCH).withTags(List.of());
      return new Sent("all " + entry.contentDigest(), "text " + text.contentDigest());
    }

    Set<String> both() {
      return Set.of(all, text);
    }
  }

  /// The changes made since a save was submitted, on top of what that save stored.
  Draft rebase(Entry submitted, Entry saved) {
    return new Draft(
        saved, ThreeWayMerge.of(new Draft(submitted, mine), saved, title -> title).merged());
  }

  /// Whether it contains changes to save. An empty new fragment has none.
  boolean isDirty() {
    return !mine.equals(base);
  }

  /// Whether a later stored state contains every change of this draft, so that saving it could only
  /// remove text. False when unsure.
  boolean isContainedIn(Entry stored) {
    return stored.revision() > base.revision()
        && isTextIn(stored, Entry::title)
        && isTextIn(stored, Entry::text)
        && isIn(stored, Entry::tags)
        && isIn(stored, Entry::date)
        && isIn(stored, Entry::createdAt)
        && isIn(stored, Entry::starred);
  }

  /// Either both texts are equal, or text was only added: first by the user, then on top of that.
  /// Otherwise text that the user removed would come back.
  private boolean isTextIn(Entry stored, Function<Entry, String> field) {
    String now = field.apply(stored);
    String typed = field.apply(mine);
    return now.equals(typed) || (isInsertion(field.apply(base), typed) && isInsertion(typed, now));
  }

  private <T> boolean isIn(Entry stored, Function<Entry, T> field) {
    T chosen = field.apply(mine);
    return chosen.equals(field.apply(base)) || chosen.equals(field.apply(stored));
  }

  private static boolean isInsertion(String before, String after) {
    int start = 0;
    while (start < before.length()
        && start < after.length()
        && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    return after.length() >= before.length() && after.endsWith(before.substring(start));
  }
}
