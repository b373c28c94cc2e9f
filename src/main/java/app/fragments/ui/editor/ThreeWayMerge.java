package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings two people's changes to one fragment together, so that neither loses a word. What only
/// one of them changed is taken from that one; where both changed title or text, both texts are
/// kept.
///
/// @param merged what the fragment becomes: the user's words on the other's revision
/// @param otherVersion the other's words as a fragment of its own, or null where they are in
///   `merged`
record ThreeWayMerge(Entry merged, @Nullable Entry otherVersion) {

  /// @param draft the user's state and what it started from
  /// @param theirs what the store has now
  /// @param titleOfOther makes the title of a kept other version from its own
  static ThreeWayMerge of(Draft draft, Entry theirs, Function<String, String> titleOfOther) {
    Entry base = draft.base();
    Entry mine = draft.mine();
    boolean theyWrote = !sameWords(base, theirs);
    boolean iWrote = !sameWords(base, mine);
    Entry words = iWrote ? mine : theirs;
    Entry merged =
        theirs
            .withText(words.title(), words.text())
            .withDate(newer(base, mine, theirs, Entry::date))
            .withTags(newer(base, mine, theirs, Entry::tags))
            .withStarred(newer(base, mine, theirs, Entry::starred));
    boolean bothWrote = theyWrote && iWrote && !sameWords(mine, theirs);
    return new ThreeWayMerge(merged, bothWrote ? other(theirs, titleOfOther) : null);
  }

  private static Entry other(Entry theirs, Function<String, String> titleOfOther) {
    Entry copy =
        Entry.write(
            theirs.userId(),
            theirs.date(),
            theirs.timeZone(),
            theirs.createdAt(),
            titleOfOther.apply(theirs.title()),
            theirs.text());
    return copy.withTags(theirs.tags());
  }

  private static <T> T newer(Entry base, Entry mine, Entry theirs, Function<Entry, T> module) {
    T myPart = module.apply(mine);
    return Objects.equals(myPart, module.apply(base)) ? module.apply(theirs) : myPart;
  }

  private static boolean sameWords(Entry one, Entry other) {
    return one.title().equals(other.title()) && one.text().equals(other.text());
  }
}
