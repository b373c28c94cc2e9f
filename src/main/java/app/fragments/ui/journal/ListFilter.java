package app.fragments.ui.journal;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What the list should show. Tag, days, words and selection narrow each scope.
///
/// @param only the slots of the selected fragments if the list shows no others, otherwise null.
///   Never modified
public record ListFilter(
    ListScope scope,
    @Nullable String tag,
    DayRange days,
    String search,
    @Nullable BitSet only,
    ListOrder order) {
  /// The part of the journal, chosen in the sidebar.
  public enum ListScope {
    ALL,
    STARRED,
    TRASH
  }

  public enum ListOrder {
    NEWEST_FIRST,
    OLDEST_FIRST
  }

  public static final ListFilter EVERYTHING =
      new ListFilter(ListScope.ALL, null, DayRange.EVERYTHING, "", null, ListOrder.NEWEST_FIRST);

  /// All fragments, in the same order.
  public ListFilter cleared() {
    return EVERYTHING.withOrder(order);
  }

  /// The trash is always shown for all days and tags.
  public ListFilter withScope(ListScope newScope) {
    return newScope == ListScope.TRASH
        ? new ListFilter(newScope, null, DayRange.EVERYTHING, search, null, order)
        : new ListFilter(newScope, tag, days, search, only, order);
  }

  /// @param newTag null for any. A tag leaves the trash
  public ListFilter withTag(@Nullable String newTag) {
    ListScope newScope = newTag != null && scope == ListScope.TRASH ? ListScope.ALL : scope;
    return new ListFilter(newScope, newTag, days, search, only, order);
  }

  public ListFilter withDays(DayRange newDays) {
    return new ListFilter(scope, tag, newDays, search, only, order);
  }

  /// A space at the end means that the last word is finished.
  public ListFilter withSearch(String line) {
    return new ListFilter(scope, tag, days, line.isBlank() ? "" : line, only, order);
  }

  ListFilter withOnly(@Nullable BitSet slots) {
    return new ListFilter(scope, tag, days, search, slots, order);
  }

  public ListFilter withOrder(ListOrder newOrder) {
    return new ListFilter(scope, tag, days, search, only, newOrder);
  }

  public boolean isSearching() {
    return !search.isEmpty();
  }

  boolean isSelectedOnly() {
    return only != null;
  }

  /// Whether it shows all fragments outside the trash.
  boolean isEverything() {
    return equals(cleared());
  }

  /// Whether both filter alike, whatever is selected.
  boolean isLike(ListFilter other) {
    return isSelectedOnly() == other.isSelectedOnly()
        && withOnly(null).equals(other.withOnly(null));
  }
}
