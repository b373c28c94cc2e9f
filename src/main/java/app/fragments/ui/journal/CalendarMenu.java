package app.fragments.ui.journal;

import app.fragments.ui.common.EscapeKey;
import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// The popup of the calendar's month: months, presets, and a field for any date.
final class CalendarMenu {
  private static final double GAP = 4;

  private final Region calendar;
  private final Popup popup = new Popup();
  private final VBox panel = new VBox();
  private final MonthPicker months;
  private final PickerChoices choices;
  private final GoToDate goTo;

  /// @param calendar the popup is as wide, and below its first row
  CalendarMenu(
      Region calendar,
      JournalViewModel journal,
      Messages messages,
      Consumer<YearMonth> onMonth,
      Consumer<LocalDate> onDate,
      Runnable onRange) {
    this.calendar = calendar;
    months = new MonthPicker(journal, messages, month -> close(() -> onMonth.accept(month)));
    choices = new PickerChoices(journal, messages, popup::hide, () -> close(onRange));
    goTo = new GoToDate(journal, messages, day -> close(() -> onDate.accept(day)));
    panel.getStyleClass().addAll("card", "calendar-menu");
    panel.getChildren().addAll(months, choices, goTo);
    popup.getContent().add(panel);
    popup.setAutoHide(true);
    EscapeKey.closes(panel, popup::hide);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
  }

  void open(YearMonth month, Region below) {
    Bounds head = below.localToScreen(below.getLayoutBounds());
    Bounds column = calendar.localToScreen(calendar.getLayoutBounds());
    panel.setMinWidth(calendar.getWidth());
    panel.setMaxWidth(calendar.getWidth());
    choices.open();
    goTo.clear();
    popup.show(calendar, column.getMinX(), head.getMaxY() + GAP);
    months.open(month);
  }

  private void close(Runnable then) {
    popup.hide();
    then.run();
  }
}
