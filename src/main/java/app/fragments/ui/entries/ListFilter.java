package app.fragments.ui.entries;

import app.fragments.journal.EntryFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list is asked to show.
///
/// @param scope the part of the journal
/// @param tag with [Scope#TAG] the tag, else null
/// @param days the days
/// @param search the line in the search field
public record ListFilter(Scope scope, @Nullable String tag, DayRange days, String search) {
  public static final ListFilter EVERYTHING =
      new ListFilter(Scope.ALL, null, DayRange.EVERYTHING, "");

  /// The trash is shown whole, whatever days were chosen before.
  public ListFilter withScope(Scope newScope) {
    return new ListFilter(
        newScope, null, newScope == Scope.TRASH ? DayRange.EVERYTHING : days, search);
  }

  public ListFilter withTag(String newTag) {
    return new ListFilter(Scope.TAG, newTag, days, search);
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

  /// The same as the store understands it.
  public EntryFilter toEntryFilter() {
    return new EntryFilter(
        days.from(),
        days.to(),
        tag == null ? List.of() : List.of(tag),
        scope == Scope.STARRED,
        scope == Scope.TRASH,
        EntryFilter.ALL.withWords(search).words());
  }
}
