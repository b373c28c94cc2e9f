package app.fragments.ui.journal;

import app.fragments.ui.common.Messages;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The months of a year with their numbers of fragments. The arrow keys move by months, Page Up,
/// Page Down and the wheel by years; typing four digits jumps to that year.
final class MonthPicker extends VBox {
  /// Fragments in a month from which on the darkest shade is used, unless a month has more.
  private static final int BUSY = 20;

  private static final int COLUMNS = 3;
  private static final int YEAR_DIGITS = 4;

  private final JournalViewModel journal;
  private final Messages messages;
  private final Label yearLabel = new Label();
  private final List<MonthCell> cells = new ArrayList<>();
  private YearMonth shown;
  private YearMonth cursor;
  private String digits = "";

  /// @param onMonth called with a chosen month
  MonthPicker(JournalViewModel journal, Messages messages, Consumer<YearMonth> onMonth) {
    this.journal = journal;
    this.messages = messages;
    shown = YearMonth.from(journal.today.get());
    cursor = shown;
    getStyleClass().add("month-picker");
    setId("monthPicker");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("month-grid");
    for (Month month : Month.values()) {
      MonthCell cell = new MonthCell(month);
      cell.setOnAction(e -> onMonth.accept(cell.month()));
      grid.add(cell, cells.size() % COLUMNS, cells.size() / COLUMNS);
      cells.add(cell);
    }
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    getChildren().addAll(yearRow(), grid);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    addEventFilter(KeyEvent.KEY_TYPED, this::keyTyped);
    addEventFilter(ScrollEvent.SCROLL, new WheelSteps(step -> moveTo(cursor.plusYears(step))));
  }

  /// Shows the year of a month and moves the focus to the month.
  void open(YearMonth month) {
    shown = month;
    moveTo(month);
  }

  private HBox yearRow() {
    yearLabel.getStyleClass().addAll("strong", "picker-year");
    yearLabel.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(yearLabel, Priority.ALWAYS);
    HBox row =
        new HBox(
            arrow("fth-chevron-left", -1, messages.get("calendar.earlierYear")),
            yearLabel,
            arrow("fth-chevron-right", 1, messages.get("calendar.laterYear")));
    row.getStyleClass().add("picker-head");
    return row;
  }

  private Button arrow(String icon, int years, String text) {
    Button arrow = new Button("", new FontIcon(icon));
    arrow.getStyleClass().addAll("flat", "calendar-arrow");
    arrow.setAccessibleText(text);
    arrow.setTooltip(new Tooltip(text));
    arrow.setFocusTraversable(false); // Page Up and Page Down do the same
    arrow.setOnAction(e -> moveTo(cursor.plusYears(years)));
    return arrow;
  }

  private void moveTo(YearMonth month) {
    cursor = month;
    digits = "";
    yearLabel.setText(Integer.toString(month.getYear()));
    Map<YearMonth, Integer> counts =
        journal.snapshot().get().stats().perMonth(Year.of(month.getYear()));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (MonthCell cell : cells) {
      YearMonth of = month.withMonth(cells.indexOf(cell) + 1);
      int count = counts.getOrDefault(of, 0);
      cell.show(of, count, Math.max(BUSY, most), of.equals(shown), messages);
      cell.setFocusTraversable(of.equals(month));
    }
    cells.get(month.getMonthValue() - 1).requestFocus();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getTarget() instanceof TextField) {
      return;
    }
    boolean inGrid = event.getTarget() instanceof MonthCell;
    YearMonth next =
        switch (event.getCode()) {
          case LEFT -> inGrid ? cursor.minusMonths(1) : null;
          case RIGHT -> inGrid ? cursor.plusMonths(1) : null;
          case UP -> inGrid ? cursor.minusMonths(COLUMNS) : null;
          case DOWN -> inGrid ? cursor.plusMonths(COLUMNS) : null;
          case PAGE_UP -> cursor.minusYears(1);
          case PAGE_DOWN -> cursor.plusYears(1);
          default -> null;
        };
    if (next != null) {
      event.consume();
      moveTo(next);
    }
  }

  private void keyTyped(KeyEvent event) {
    String typed = event.getCharacter();
    if (event.getTarget() instanceof TextField || !typed.matches("\\d")) {
      return;
    }
    event.consume();
    digits += typed;
    yearLabel.setText(digits + "_".repeat(YEAR_DIGITS - digits.length()));
    if (digits.length() == YEAR_DIGITS) {
      moveTo(cursor.withYear(Integer.parseInt(digits)));
    }
  }
}
