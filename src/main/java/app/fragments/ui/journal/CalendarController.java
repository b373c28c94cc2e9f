package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// Binds the calendar. Tab reaches one day; the arrow keys move by days, Page Up and Page Down by
/// months.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class CalendarController {
  private static final PseudoClass OTHER_MONTH = PseudoClass.getPseudoClass("other-month");
  private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final CalendarViewModel calendar;
  private final Messages messages;
  private final List<Button> buttons = new ArrayList<>();
  private @Nullable LocalDate cursor;

  @FXML private Label month;
  @FXML private Button earlier;
  @FXML private Button later;
  @FXML private GridPane grid;

  CalendarController(CalendarViewModel calendar, Messages messages) {
    this.calendar = calendar;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    earlier.setOnAction(e -> calendar.turn(-1));
    later.setOnAction(e -> calendar.turn(1));
    calendar.month().subscribe(shown -> month.setText(DateFormats.month(shown.atDay(1))));
    for (DayOfWeek day : DayOfWeek.values()) {
      Label name = new Label(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 2));
      name.getStyleClass().add("calendar-weekday");
      GridPane.setHalignment(name, HPos.CENTER);
      grid.add(name, day.getValue() - 1, 0);
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / DayOfWeek.values().length);
      grid.getColumnConstraints().add(column);
    }
    grid.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    calendar.days().subscribe(this::show);
  }

  private void show(List<CalendarViewModel.Day> days) {
    while (buttons.size() < days.size()) {
      addButton();
    }
    LocalDate tabStop = tabStop(days);
    for (int i = 0; i < buttons.size(); i++) {
      Button button = buttons.get(i);
      boolean used = i < days.size();
      button.setVisible(used);
      button.setManaged(used);
      if (used) {
        show(button, days.get(i), days.get(i).date().equals(tabStop));
      }
    }
  }

  private void show(Button button, CalendarViewModel.Day day, boolean isTabStop) {
    button.setUserData(day.date());
    button.setText(Integer.toString(day.date().getDayOfMonth()));
    button.getStyleClass().removeIf(name -> name.startsWith("heat-"));
    button.getStyleClass().add("heat-" + day.heat());
    button.pseudoClassStateChanged(OTHER_MONTH, !day.inMonth());
    button.pseudoClassStateChanged(TODAY, day.today());
    button.pseudoClassStateChanged(CHOSEN, day.chosen());
    button.setFocusTraversable(isTabStop);
    button.setAccessibleText(
        messages.get("calendar.day.spoken", DateFormats.spokenDay(day.date()), day.count()));
  }

  private void addButton() {
    Button button = new Button();
    button.getStyleClass().setAll("calendar-day");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(
        e -> {
          cursor = (LocalDate) button.getUserData();
          calendar.choose(cursor);
        });
    grid.add(button, buttons.size() % 7, 1 + buttons.size() / 7);
    buttons.add(button);
  }

  private void keyPressed(KeyEvent event) {
    if (!(event.getTarget() instanceof Button button)
        || !(button.getUserData() instanceof LocalDate day)) {
      return;
    }
    LocalDate next =
        switch (event.getCode()) {
          case LEFT -> day.minusDays(1);
          case RIGHT -> day.plusDays(1);
          case UP -> day.minusWeeks(1);
          case DOWN -> day.plusWeeks(1);
          case PAGE_UP -> day.minusMonths(1);
          case PAGE_DOWN -> day.plusMonths(1);
          default -> null;
        };
    if (next != null) {
      event.consume();
      cursor = next;
      calendar.showMonthOf(next);
      show(calendar.days().get());
      focus(next);
    }
  }

  private void focus(LocalDate day) {
    buttons.stream()
        .filter(button -> button.isVisible() && day.equals(button.getUserData()))
        .findFirst()
        .ifPresent(Button::requestFocus);
  }

  /// The day that Tab reaches: the last one used, otherwise today, otherwise the first of the
  /// month.
  private @Nullable LocalDate tabStop(List<CalendarViewModel.Day> days) {
    return days.stream()
        .filter(day -> day.date().equals(cursor))
        .findFirst()
        .or(() -> days.stream().filter(CalendarViewModel.Day::today).findFirst())
        .or(() -> days.stream().filter(CalendarViewModel.Day::inMonth).findFirst())
        .map(CalendarViewModel.Day::date)
        .orElse(null);
  }
}
