package app.fragments.ui.journal;

import app.fragments.report.Period;
import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands in place of an empty list: why it is empty, and what to do about it.
final class EmptyListView {
  private final JournalViewModel journal;
  private final Messages messages;

  EmptyListView(JournalViewModel journal, Messages messages) {
    this.journal = journal;
    this.messages = messages;
  }

  void bind(VBox pane, Label title, Label text, Button action) {
    pane.managedProperty().bind(pane.visibleProperty());
    action.managedProperty().bind(action.visibleProperty());
    Runnable show =
        () -> {
          EmptyState why = EmptyState.of(journal.snapshot().get(), journal.firstPageLoaded().get());
          pane.setVisible(why != EmptyState.NONE);
          title.setText(title(why));
          text.setText(text(why));
          action.setVisible(why == EmptyState.SEARCH || why == EmptyState.DAYS);
          action.setText(
              messages.get(
                  why == EmptyState.SEARCH
                      ? "entries.empty.search.action"
                      : "entries.showEverything"));
        };
    action.setOnAction(e -> widen());
    journal.snapshot().addListener((o, old, now) -> show.run());
    journal.firstPageLoaded().addListener((o, old, now) -> show.run());
    show.run();
  }

  private void widen() {
    ListFilter filter = journal.filter().get();
    journal
        .filter()
        .set(filter.isSearching() ? filter.withSearch("") : filter.withDays(DayRange.EVERYTHING));
  }

  private String title(EmptyState why) {
    return switch (why) {
      case NONE -> "";
      case LOADING -> messages.get("entries.empty.loading");
      case JOURNAL -> messages.get("entries.empty.journal");
      case SEARCH -> messages.get("entries.empty.search");
      case DAYS -> messages.get("entries.empty.days");
      case STARRED -> messages.get("entries.empty.starred");
      case TAG -> messages.get("entries.empty.tag");
      case TRASH -> messages.get("entries.empty.trash");
    };
  }

  private String text(EmptyState why) {
    ListFilter filter = journal.snapshot().get().filter();
    return switch (why) {
      case NONE, LOADING -> "";
      case JOURNAL -> messages.get("entries.empty.journal.text");
      case SEARCH -> messages.get("entries.empty.search.text", filter.search());
      case DAYS -> daysText(filter.days());
      case STARRED -> messages.get("entries.empty.starred.text");
      case TAG ->
          messages.get("entries.empty.tag.text", Objects.requireNonNullElse(filter.tag(), ""));
      case TRASH -> messages.get("entries.empty.trash.text");
    };
  }

  private String daysText(DayRange days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    return from == null || to == null
        ? messages.get("entries.empty.days.open")
        : messages.get("entries.empty.days.text", new Period(from, to).label());
  }
}
