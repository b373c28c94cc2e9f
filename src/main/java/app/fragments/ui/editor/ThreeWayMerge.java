package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Merges two people's changes to one fragment without losing text. A field that only one of them
/// changed is taken from that one; if both changed title or text, both texts are kept.
///
/// @param merged the fragment with the user's text at the other's revision
/// @param otherVersion the other's text as a new fragment, or null if `merged` contains it
record ThreeWayMerge(Entry merged, @Nullable Entry otherVersion) {

  /// @param draft the user's state and its base
  /// @param theirs the stored state
  /// @param otherTitle makes the title of the other version from the stored title
  static ThreeWayMerge of(Draft draft, Entry theirs, Function<String, String> otherTitle) {
    Entry base = draft.base();
    Entry mine = draft.mine();
    boolean theyWrote = !hasSameText(base, theirs);
    boolean iWrote = !hasSameText(base, mine);
    Entry text = iWrote ? mine : theirs;
    Entry merged =
        theirs
            .withText(text.title(), text.text())
            .withDate(merge(base, mine, theirs, Entry::date))
            .withTags(merge(base, mine, theirs, Entry::tags))
            .withStarred(merge(base, mine, theirs, Entry::starred));
    boolean isConflict = theyWrote && iWrote && !hasSameText(mine, theirs);
    return new ThreeWayMerge(merged, isConflict ? copy(theirs, otherTitle) : null);
  }

  private static Entry copy(Entry theirs, Function<String, String> otherTitle) {
    return Entry.write(
            theirs.userId(),
            theirs.date(),
            theirs.timeZone(),
            theirs.createdAt(),
            otherTitle.apply(theirs.title()),
            theirs.text())
        .withTags(theirs.tags());
  }

  private static <T> T merge(Entry base, Entry mine, Entry theirs, Function<Entry, T> field) {
    T own = field.apply(mine);
    return Objects.equals(own, field.apply(base)) ? field.apply(theirs) : own;
  }

  private static boolean hasSameText(Entry one, Entry other) {
    return one.title().equals(other.title()) && one.text().equals(other.text());
  }
}
