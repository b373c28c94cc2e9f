package app.fragments.ui.journal;

import app.fragments.journal.EntryFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list should show.
///
/// @param tag the tag for [ListScope#TAG], otherwise null
/// @param search the text in the search field
public record ListFilter(ListScope scope, @Nullable String tag, DayRange days, String search) {
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

  public ListFilter withSearch(String line) {
    return new ListFilter(scope, tag, days, line.strip());
  }

  public boolean isSearching() {
    return !search.isEmpty();
  }

  /// Whether something other than the scope narrows the list.
  public boolean isNarrowed() {
    return isSearching() || days.kind() != DayRange.Kind.EVERYTHING;
  }

  /// The same filter for the store.
  public EntryFilter toEntryFilter() {
    return new EntryFilter(
        days.from(),
        days.to(),
        tag == null ? List.of() : List.of(tag),
        scope == ListScope.STARRED,
        scope == ListScope.TRASH,
        EntryFilter.ALL.withWords(search).words());
  }
}
