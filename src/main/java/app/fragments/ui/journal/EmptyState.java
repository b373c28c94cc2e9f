package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import org.jspecify.annotations.Nullable;

/// What replaces an empty list: why it is empty, and what to do.
///
/// @param action the text of the button that widens the filter, or empty for no button
record EmptyState(String title, String text, String action) {

  static @Nullable EmptyState of(
      ListSnapshot snapshot, boolean firstPageLoaded, Messages messages) {
    ListFilter filter = snapshot.filter();
    DayRange days = filter.days();
    if (snapshot.count() > 0) {
      return null;
    }
    EmptyState loading = new EmptyState(messages.get("entries.empty.loading"), "", "");
    if (!firstPageLoaded) {
      return loading;
    }
    if (filter.isSearching()) {
      return new EmptyState(
          messages.get("entries.empty.search"),
          messages.get("entries.empty.search.text", filter.search()),
          messages.get("entries.empty.search.action"));
    }
    return switch (filter.scope()) {
      case TRASH -> of(messages, "entries.empty.trash", "entries.empty.trash.text");
      case STARRED -> of(messages, "entries.empty.starred", "entries.empty.starred.text");
      case TAG -> {
        String text = messages.get("entries.empty.tag.text", String.valueOf(filter.tag()));
        yield new EmptyState(messages.get("entries.empty.tag"), text, "");
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
                messages.get("entries.empty.days"), text, messages.get("entries.showEverything"));
      }
    };
  }

  private static EmptyState of(Messages messages, String title, String text) {
    return new EmptyState(messages.get(title), messages.get(text), "");
  }
}
