package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.Messages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// Binds the calendar, a heat map of one month. Tab reaches one day; the arrow keys move by days,
/// Page Up and Page Down by months.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class CalendarController {
  private static final PseudoClass OTHER_MONTH = PseudoClass.getPseudoClass("other-month");
  private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /// Fragments per day from which on the darkest shade is used, unless a day of the month has more.
  private static final int BUSY = 4;

  private static final int SHADES = 4;

  private final JournalViewModel journal;
  private final Messages messages;
  private final List<Button> buttons = new ArrayList<>();
  private YearMonth shown;
  private @Nullable LocalDate cursor;

  @FXML private Label month;
  @FXML private Button earlier;
  @FXML private Button later;
  @FXML private GridPane grid;

  CalendarController(JournalViewModel journal, Messages messages) {
    this.journal = journal;
    this.messages = messages;
    shown = YearMonth.from(today());
  }

  @FXML
  void initialize() {
    earlier.setOnAction(e -> show(shown.minusMonths(1)));
    later.setOnAction(e -> show(shown.plusMonths(1)));
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
    journal.snapshot().addListener((o, old, now) -> update());
    journal.filter().addListener((o, old, now) -> update());
    journal.today.addListener((o, old, now) -> show(YearMonth.from(now)));
    update();
  }

  private LocalDate today() {
    return journal.today.get();
  }

  private void show(YearMonth next) {
    shown = next;
    update();
  }

  private void update() {
    month.setText(DateFormats.month(shown.atDay(1)));
    LocalDate first = DateFormats.startOfWeek(shown.atDay(1));
    LocalDate end = DateFormats.startOfWeek(shown.atEndOfMonth()).plusWeeks(1);
    List<LocalDate> days = first.datesUntil(end).toList();
    Map<LocalDate, Integer> counts = journal.snapshot().get().stats().perDay();
    int most = days.stream().mapToInt(day -> counts.getOrDefault(day, 0)).max().orElse(0);
    while (buttons.size() < days.size()) {
      addButton();
    }
    LocalDate fallback = days.contains(today()) ? today() : shown.atDay(1);
    LocalDate tabStop = cursor != null && days.contains(cursor) ? cursor : fallback;
    for (int i = 0; i < buttons.size(); i++) {
      Button button = buttons.get(i);
      button.setVisible(i < days.size());
      button.setManaged(i < days.size());
      if (i < days.size()) {
        LocalDate day = days.get(i);
        show(button, day, counts.getOrDefault(day, 0), Math.max(BUSY, most));
        button.setFocusTraversable(day.equals(tabStop));
      }
    }
  }

  private void show(Button button, LocalDate day, int count, int most) {
    button.setUserData(day);
    button.setText(Integer.toString(day.getDayOfMonth()));
    button.getStyleClass().removeIf(name -> name.startsWith("heat-"));
    button.getStyleClass().add("heat-" + Math.ceilDiv(SHADES * count, most));
    button.pseudoClassStateChanged(OTHER_MONTH, !YearMonth.from(day).equals(shown));
    button.pseudoClassStateChanged(TODAY, day.equals(today()));
    button.pseudoClassStateChanged(CHOSEN, journal.filter().get().days().equals(DayRange.day(day)));
    String spoken = DateFormats.spokenDay(day);
    button.setAccessibleText(messages.get("calendar.day.spoken", spoken, count));
  }

  private void addButton() {
    Button button = new Button();
    button.getStyleClass().setAll("calendar-day");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> choose((LocalDate) button.getUserData()));
    grid.add(button, buttons.size() % 7, 1 + buttons.size() / 7);
    buttons.add(button);
  }

  /// Limits the list to a day, or shows all days if it is limited to that day.
  private void choose(LocalDate day) {
    cursor = day;
    ListFilter filter = journal.filter().get();
    DayRange only = DayRange.day(day);
    journal.filter().set(filter.withDays(filter.days().equals(only) ? DayRange.EVERYTHING : only));
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
      show(YearMonth.from(next));
      buttons.stream()
          .filter(shownDay -> shownDay.isVisible() && next.equals(shownDay.getUserData()))
          .findFirst()
          .ifPresent(Button::requestFocus);
    }
  }
}
