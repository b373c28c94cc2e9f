package app.fragments.ui.entries;

import app.fragments.ui.common.DayText;
import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import javafx.scene.layout.Region;

/// The heading of a day: a box for the whole day, the day's name, how many fragments it has.
final class DayRow extends Region {
  private static final double BESIDE_BOX = 10;

  private final Messages messages;
  private final TickBox box = new TickBox();
  private final CutText name = new CutText("day-name");
  private final CutText count = new CutText("day-count");

  DayRow(Messages messages) {
    this.messages = messages;
    getStyleClass().add("day-row");
    name.fontProperty().addListener((o, old, now) -> requestLayout());
    getChildren().addAll(box, name, count);
  }

  TickBox box() {
    return box;
  }

  void show(Row.Day row, LocalDate today) {
    String day = DayText.of(row.date(), today);
    if (row.date().equals(today)) {
      name.show(messages.get("entries.today", day));
    } else if (row.date().equals(today.minusDays(1))) {
      name.show(messages.get("entries.yesterday", day));
    } else {
      name.show(day);
    }
    count.show(Integer.toString(row.count()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double right = getWidth() - snappedRightInset();
    double middle = (snappedTopInset() + getHeight() - snappedBottomInset()) / 2;
    box.autosize();
    box.relocate(left, snapPositionY(middle - box.getHeight() / 2));
    count.fit(Double.MAX_VALUE);
    place(count, right - count.width(), middle);
    double words = left + box.getWidth() + BESIDE_BOX;
    name.fit(Math.max(0, right - count.width() - BESIDE_BOX - words));
    place(name, words, middle);
  }

  private void place(CutText text, double x, double middle) {
    text.relocate(snapPositionX(x), snapPositionY(middle - text.height() / 2));
  }

  String spoken(Row.Day row) {
    return messages.get("entries.day.spoken", DayText.spoken(row.date()), row.count());
  }
}
