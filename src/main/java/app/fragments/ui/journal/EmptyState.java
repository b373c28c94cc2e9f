package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
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
    DayRange days = filter.days();
    if (snapshot.count() > 0) {
      return null;
    }
    EmptyState loading = new EmptyState(messages.get("entries.empty.loading"), "");
    if (reading != Reading.READ && snapshot.stats().total() == 0) {
      return reading == Reading.OPENING
          ? loading
          : of(messages, "entries.empty.away", "entries.empty.away.text");
    }
    if (snapshot.outcome() != null) {
      return of(snapshot.outcome(), messages);
    }
    return switch (filter.scope()) {
      case TRASH -> of(messages, "entries.empty.trash", "entries.empty.trash.text");
      case STARRED -> of(messages, "entries.empty.starred", "entries.empty.starred.text");
      case TAG -> {
        String text = messages.get("entries.empty.tag.text", String.valueOf(filter.tag()));
        yield new EmptyState(messages.get("entries.empty.tag"), text);
      }
      case ALL -> {
        if (snapshot.stats().total() == 0) {
          yield of(messages, "entries.empty.journal", "entries.empty.journal.text");
        }
        String text =
            days.from() == null || days.to() == null
                ? messages.get("entries.empty.days.open")
                : messages.get(
                    "entries.empty.days.text", DateFormats.period(days.from(), days.to()));
        yield days.kind() == DayRange.Kind.EVERYTHING
            ? loading
            : new EmptyState(
                messages.get("entries.empty.days"),
                text,
                messages.get("entries.showEverything"),
                filter.withDays(DayRange.EVERYTHING));
      }
    };
  }

  private static EmptyState of(SearchOutcome outcome, Messages messages) {
    ListFilter filter = outcome.filter();
    String title = messages.get("entries.empty.search");
    String text = messages.get("entries.empty.search.text", filter.search().strip());
    ListFilter everywhere =
        ListFilter.EVERYTHING.withSearch(filter.search()); // without days, tag and stars
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
