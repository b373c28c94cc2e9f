package app.fragments.ui.journal;

import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;

/// A line above the unfiltered list that leads to this day in earlier years, the latest first.
final class OnThisDay extends FlowPane {
  private static final double GAP = 4;
  private static final int MAX_LINKS = 4;

  private final JournalViewModel journal;
  private final Messages messages;
  private JournalStats stats = JournalStats.NONE;
  private LocalDate today = LocalDate.MIN;

  OnThisDay(JournalViewModel journal, Messages messages) {
    super(GAP, 0);
    this.journal = journal;
    this.messages = messages;
    getStyleClass().add("on-this-day");
    setId("onThisDay");
    managedProperty().bind(visibleProperty());
    setVisible(false);
    journal.snapshot().subscribe(snapshot -> show());
    journal.today.addListener((o, old, now) -> show());
  }

  private void show() {
    ListSnapshot snapshot = journal.snapshot().get();
    if (stats != snapshot.stats() || !today.equals(journal.today.get())) {
      stats = snapshot.stats();
      today = journal.today.get();
      showLinks(earlier(stats.perDay(), today));
    }
    setVisible(!getChildren().isEmpty() && snapshot.filter().isEverything());
  }

  private void showLinks(List<LocalDate> days) {
    getChildren().clear();
    if (days.isEmpty()) {
      return;
    }
    getChildren().add(new Label(messages.get("entries.onThisDay")));
    for (LocalDate day : days.subList(0, Math.min(days.size(), MAX_LINKS))) {
      getChildren().add(link(day, stats.perDay().getOrDefault(day, 0)));
    }
    if (days.size() > MAX_LINKS) {
      getChildren().add(rest(days.subList(MAX_LINKS, days.size())));
    }
  }

  static List<LocalDate> earlier(Map<LocalDate, Integer> counts, LocalDate today) {
    MonthDay day = MonthDay.from(today);
    return counts.keySet().stream()
        .filter(date -> date.isBefore(today) && MonthDay.from(date).equals(day))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private Node link(LocalDate day, int count) {
    Button link = link(Integer.toString(day.getYear()));
    link.setAccessibleText(messages.get("entries.onThisDay.spoken", day.getYear(), count));
    link.setOnAction(e -> open(day));
    return link;
  }

  private Node rest(List<LocalDate> more) {
    Button link = link(messages.get("entries.onThisDay.more", more.size()));
    link.setOnAction(
        e -> {
          ContextMenu menu = new ContextMenu();
          for (LocalDate day : more) {
            MenuItem item = new MenuItem(Integer.toString(day.getYear()));
            item.setOnAction(chosen -> open(day));
            menu.getItems().add(item);
          }
          menu.show(link, Side.BOTTOM, 0, 0);
        });
    return link;
  }

  private static Button link(String text) {
    Button link = new Button(text);
    link.getStyleClass().add("link");
    return link;
  }

  private void open(LocalDate day) {
    journal.filter().set(journal.filter().get().withDays(DayRange.day(day)));
  }
}
