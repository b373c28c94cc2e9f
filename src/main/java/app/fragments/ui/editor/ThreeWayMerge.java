package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Merges two people's changes to one fragment without losing text. A field that only one of them
/// changed is taken from that one; if both changed title or text, both texts are kept.
///
/// @param merged the fragment with the user's text at the other's revision
/// @param otherVersion the other's text as a new fragment, or null if `merged` contains it
record ThreeWayMerge(Entry merged, @Nullable Entry otherVersion) {

  /// @param otherTitle makes the title of the other version from the stored title
  static ThreeWayMerge of(Draft draft, Entry theirs, Function<String, String> otherTitle) {
    Entry mine = draft.mine();
    boolean theyWrote = !hasSameText(draft.base(), theirs);
    boolean iWrote = !hasSameText(draft.base(), mine);
    Entry text = iWrote ? mine : theirs;
    Entry merged =
        theirs
            .withText(text.title(), text.text())
            .withMoment(merge(draft, theirs, Entry::date), merge(draft, theirs, Entry::createdAt))
            .withTags(merge(draft, theirs, Entry::tags))
            .withStarred(merge(draft, theirs, Entry::starred));
    if (!theyWrote || !iWrote || hasSameText(mine, theirs)) {
      return new ThreeWayMerge(merged, null);
    }
    Entry otherVersion =
        Entry.write(
            theirs.userId(),
            theirs.date(),
            theirs.timeZone(),
            theirs.createdAt(),
            otherTitle.apply(theirs.title()),
            theirs.text());
    return new ThreeWayMerge(merged, otherVersion.withTags(theirs.tags()));
  }

  private static <T> T merge(Draft draft, Entry theirs, Function<Entry, T> field) {
    T own = field.apply(draft.mine());
    return own.equals(field.apply(draft.base())) ? field.apply(theirs) : own;
  }

  private static boolean hasSameText(Entry one, Entry other) {
    return one.title().equals(other.title()) && one.text().equals(other.text());
  }
}
