package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import javafx.scene.layout.Region;

/// The heading of a day: a check box for the whole day, its name and its number of fragments.
final class DayRow extends Region {
  private static final double GAP = 10;

  final RowCell.RowCheckBox box = new RowCell.RowCheckBox();
  private final Messages messages;
  private final EllipsisText name = new EllipsisText("day-name");
  private final EllipsisText count = new EllipsisText("day-count");

  DayRow(Messages messages) {
    this.messages = messages;
    getStyleClass().add("day-row");
    name.fontProperty().addListener((o, old, now) -> requestLayout());
    getChildren().addAll(box, name, count);
  }

  void show(ListRow.Day row, LocalDate today) {
    String day = DateFormats.day(row.date(), today);
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
    double nameLeft = left + box.getWidth() + GAP;
    name.fit(Math.max(0, right - count.width() - GAP - nameLeft));
    place(name, nameLeft, middle);
  }

  private void place(EllipsisText text, double x, double middle) {
    text.relocate(snapPositionX(x), snapPositionY(middle - text.height() / 2));
  }

  String spoken(ListRow.Day row) {
    return messages.get("entries.day.spoken", DateFormats.spokenDay(row.date()), row.count());
  }
}
