package app.fragments.ui.journal;

import org.jspecify.annotations.Nullable;

/// What the list should show.
///
/// @param tag the tag for [ListScope#TAG], otherwise null
public record ListFilter(ListScope scope, @Nullable String tag, DayRange days, String search) {
  /// The part of the journal, chosen in the sidebar.
  public enum ListScope {
    ALL,
    STARRED,
    TAG,
    TRASH
  }

  public static final ListFilter EVERYTHING =
      new ListFilter(ListScope.ALL, null, DayRange.EVERYTHING, "");

  /// The trash is always shown for all days.
  public ListFilter withScope(ListScope newScope) {
    return new ListFilter(
        newScope, null, newScope == ListScope.TRASH ? DayRange.EVERYTHING : days, search);
  }

  public ListFilter withTag(String newTag) {
    return new ListFilter(ListScope.TAG, newTag, days, search);
  }

  public ListFilter withDays(DayRange newDays) {
    return new ListFilter(scope, tag, newDays, search);
  }

  /// A space at the end means that the last word is finished.
  public ListFilter withSearch(String line) {
    return new ListFilter(scope, tag, days, line.isBlank() ? "" : line);
  }

  public boolean isSearching() {
    return !search.isEmpty();
  }
}
