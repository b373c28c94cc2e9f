package app.fragments.ui.entries;

import app.fragments.ui.common.DayText;
import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The heading of a day: a box for the whole day, the day's name, how many fragments it has.
final class DayRow extends HBox {
  private final Messages messages;
  private final TickBox box = new TickBox();
  private final Label name = new Label();
  private final Label count = new Label();

  DayRow(Messages messages) {
    this.messages = messages;
    getStyleClass().add("day-row");
    name.getStyleClass().add("day-name");
    count.getStyleClass().add("day-count");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(box, name, gap, count);
  }

  TickBox box() {
    return box;
  }

  void show(Row.Day row, LocalDate today) {
    String day = DayText.of(row.date(), today);
    if (row.date().equals(today)) {
      name.setText(messages.get("entries.today", day));
    } else if (row.date().equals(today.minusDays(1))) {
      name.setText(messages.get("entries.yesterday", day));
    } else {
      name.setText(day);
    }
    count.setText(Integer.toString(row.count()));
  }

  String spoken(Row.Day row) {
    return messages.get("entries.day.spoken", DayText.spoken(row.date()), row.count());
  }
}
