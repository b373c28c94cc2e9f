package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the calendar, a heat map of one month. It follows the open fragment. Tab reaches one day;
/// the arrow keys move by days, Page Up, Page Down and the wheel by months. A click on the month
/// opens the [CalendarMenu].
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
  private final DayRangeController dayRange;
  private YearMonth shown;
  private @Nullable LocalDate cursor;
  private @Nullable LocalDate followed;
  private @Nullable CalendarMenu menu;

  @FXML private VBox calendar;
  @FXML private HBox head;
  @FXML private Button month;
  @FXML private Button earlier;
  @FXML private Button later;
  @FXML private GridPane grid;

  CalendarController(JournalViewModel journal, DayRangeController dayRange, Messages messages) {
    this.journal = journal;
    this.dayRange = dayRange;
    this.messages = messages;
    shown = YearMonth.from(today());
  }

  @FXML
  void initialize() {
    earlier.setOnAction(e -> show(shown.minusMonths(1)));
    later.setOnAction(e -> show(shown.plusMonths(1)));
    month.setOnAction(e -> openMenu());
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
    head.addEventHandler(KeyEvent.KEY_PRESSED, this::headKeyPressed);
    calendar.addEventHandler(
        ScrollEvent.SCROLL, new WheelSteps(step -> show(shown.plusMonths(step))));
    journal.snapshot().addListener((o, old, now) -> snapshotChanged());
    journal.current().subscribe(open -> follow());
    journal.filter().addListener((o, old, now) -> update());
    journal.today.addListener((o, old, now) -> show(YearMonth.from(now)));
    update();
  }

  private LocalDate today() {
    return journal.today.get();
  }

  private void snapshotChanged() {
    follow();
    update();
  }

  /// Shows the month of the open fragment when another one is opened or its day changes.
  private void follow() {
    EntryId open = journal.current().get();
    LocalDate day = open == null ? null : journal.find(open).map(EntryHeader::date).orElse(null);
    if (!Objects.equals(day, followed)) {
      followed = day;
      if (day != null) {
        show(YearMonth.from(day));
      }
    }
  }

  private void openMenu() {
    if (menu == null) {
      menu =
          new CalendarMenu(
              calendar,
              journal,
              messages,
              this::chooseMonth,
              this::goTo,
              () -> dayRange.show(month));
    }
    menu.open(shown, head);
  }

  private void chooseMonth(YearMonth chosen) {
    show(chosen);
    journal.filter().set(journal.filter().get().withDays(DayRange.month(chosen, today())));
  }

  /// Shows a day here and in the list.
  private void goTo(LocalDate day) {
    journal.goTo(day);
    focus(day);
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
    button.pseudoClassStateChanged(CHOSEN, journal.filter().get().days().isOnly(day));
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
    boolean active = filter.days().isOnly(day);
    journal.filter().set(filter.withDays(active ? DayRange.EVERYTHING : DayRange.day(day)));
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
      focus(next);
    }
  }

  private void focus(LocalDate day) {
    cursor = day;
    show(YearMonth.from(day));
    buttons.stream()
        .filter(button -> button.isVisible() && day.equals(button.getUserData()))
        .findFirst()
        .ifPresent(Button::requestFocus);
  }

  private void headKeyPressed(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case PAGE_UP -> -1;
          case PAGE_DOWN -> 1;
          default -> 0;
        };
    if (step != 0) {
      event.consume();
      show(shown.plusMonths(step));
    }
  }
}
