package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import app.fragments.ui.journal.ListFilter.ListScope;
import org.jspecify.annotations.Nullable;

/// What replaces an empty list: why it is empty, and what to do.
///
/// @param action the text of the button, or empty for no button
/// @param next what the button shows
record EmptyState(String title, String text, String action, ListFilter next) {
  private EmptyState(String title, String text) {
    this(title, text, "", ListFilter.EVERYTHING);
  }

  /// How much is known about the journal.
  enum Reading {
    /// It is being read for the first time.
    OPENING,
    /// It can't be reached, and was not read completely before.
    AWAY,
    /// It was read completely.
    READ
  }

  static @Nullable EmptyState of(ListSnapshot snapshot, Reading reading, Messages messages) {
    ListFilter filter = snapshot.filter();
    if (snapshot.count() > 0) {
      return null;
    }
    if (reading != Reading.READ && snapshot.stats().total() == 0) {
      return reading == Reading.OPENING
          ? new EmptyState(messages.get("entries.empty.loading"), "")
          : of(messages, "entries.empty.away", "entries.empty.away.text");
    }
    if (snapshot.outcome() != null) {
      return of(snapshot.outcome(), messages);
    }
    if (filter.scope() == ListScope.TRASH && !filter.isSearching()) {
      return of(messages, "entries.empty.trash", "entries.empty.trash.text");
    }
    if (snapshot.stats().total() == 0 && filter.scope() != ListScope.TRASH) {
      return of(messages, "entries.empty.journal", "entries.empty.journal.text");
    }
    if (filter.isEverything()) {
      return new EmptyState(messages.get("entries.empty.loading"), "");
    }
    return ofFilter(filter, messages);
  }

  private static EmptyState ofFilter(ListFilter filter, Messages messages) {
    if (!filter.days().isEverything() && isOnly(filter, filter.withDays(DayRange.EVERYTHING))) {
      return new EmptyState(
          messages.get("entries.empty.days"),
          daysText(filter.days(), messages),
          messages.get("entries.showEverything"),
          filter.cleared());
    }
    if (isOnly(filter, filter.withTag(null))) {
      String text = messages.get("entries.empty.tag.text", String.valueOf(filter.tag()));
      return new EmptyState(messages.get("entries.empty.tag"), text);
    }
    if (isOnly(filter, filter.withScope(ListScope.ALL))) {
      return of(messages, "entries.empty.starred", "entries.empty.starred.text");
    }
    return new EmptyState(
        messages.get("entries.empty.filters"),
        messages.get("entries.empty.filters.text"),
        messages.get("entries.empty.filters.action"),
        filter.cleared());
  }

  /// Whether a filter is the only one, so that nothing is left without it.
  private static boolean isOnly(ListFilter filter, ListFilter without) {
    return !without.equals(filter)
        && (without.isEverything() || without.scope() == ListScope.TRASH);
  }

  private static String daysText(DayRange days, Messages messages) {
    return days.from() == null || days.to() == null
        ? messages.get("entries.empty.days.open")
        : messages.get("entries.empty.days.text", DateFormats.period(days.from(), days.to()));
  }

  private static EmptyState of(SearchOutcome outcome, Messages messages) {
    ListFilter filter = outcome.filter();
    String title = messages.get("entries.empty.search");
    String text = messages.get("entries.empty.search.text", filter.search().strip());
    ListFilter everywhere =
        filter.cleared().withSearch(filter.search()); // without days, tag and stars
    @Nullable String suggestion = outcome.results().didYouMean();
    if (outcome.problem() != null) {
      return new EmptyState(title, outcome.problem());
    }
    if (!outcome.results().current()) {
      return of(messages, "entries.empty.search.indexing", "entries.empty.search.indexing.text");
    }
    if (suggestion != null) {
      String action = messages.get("entries.empty.search.suggestion", suggestion.strip());
      return new EmptyState(title, text, action, filter.withSearch(suggestion));
    }
    return filter.equals(everywhere) || filter.scope() == ListFilter.ListScope.TRASH
        ? new EmptyState(
            title, text, messages.get("entries.empty.search.action"), filter.withSearch(""))
        : new EmptyState(title, text, messages.get("entries.empty.search.everywhere"), everywhere);
  }

  private static EmptyState of(Messages messages, String title, String text) {
    return new EmptyState(messages.get(title), messages.get(text));
  }
}
