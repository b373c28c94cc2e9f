package app.fragments.ui.editor;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.ui.common.DatePickerConverter;
import app.fragments.ui.common.EscapeKey;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import atlantafx.base.controls.Calendar;
import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Changes the date and time of the open fragment. Enter and a click elsewhere apply what was
/// entered, Escape doesn't. While it is invalid, it is marked, and only Escape closes the popover.
/// Created when first shown.
final class DayPopover {
  private static final DatePickerConverter DATES = new DatePickerConverter();
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999; // the store sorts dates as text

  private final EditorViewModel editor;
  private final UiContext context;
  private final Calendar calendar = new Calendar();
  private final TextField date = new TextField();
  private final TextField time = new TextField();
  private final Label problem = new Label();
  private final Button apply = new Button();
  private @Nullable Popover popover;
  private @Nullable Entry entry;

  DayPopover(EditorViewModel editor, UiContext context) {
    this.editor = editor;
    this.context = context;
  }

  void show(Node anchor) {
    Draft draft = editor.draft.get();
    if (draft != null) {
      Popover shown = popover == null ? create() : popover;
      popover = shown;
      entry = draft.mine();
      showMoment(
          LocalDateTime.of(
              draft.mine().date(),
              LocalTime.ofInstant(draft.mine().createdAt(), draft.mine().timeZone())));
      shown.show(anchor);
      Platform.runLater(
          () -> {
            date.requestFocus();
            date.selectAll();
          });
    }
  }

  private Popover create() {
    Messages messages = context.messages();
    Label dateLabel = new Label(messages.get("editor.date"));
    dateLabel.setLabelFor(date);
    Label timeLabel = new Label(messages.get("editor.time"));
    timeLabel.setLabelFor(time);
    date.setAccessibleText(messages.get("editor.date"));
    time.setAccessibleText(messages.get("editor.time"));
    date.setId("entryDate");
    time.setId("entryTime");
    GridPane fields = new GridPane();
    fields.getStyleClass().add("moment-fields");
    fields.addRow(0, dateLabel, timeLabel);
    fields.addRow(1, date, time);
    Button now = new Button(messages.get("editor.now"));
    now.setOnAction(e -> showNow());
    apply.setText(messages.get("editor.applyDate"));
    apply.setOnAction(e -> apply());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(now, gap, apply);
    problem.getStyleClass().add("error-text");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.visibleProperty());
    VBox content = new VBox(fields, calendar, problem, buttons);
    content.getStyleClass().addAll("range", "moment");
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    Popover created = new Popover(content);
    EscapeKey.closes(content, created::hide);
    created.setHeaderAlwaysVisible(false);
    created.setDetachable(false);
    created.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
    created.setOnAutoHide(this::hiddenByClick);
    calendar.valueProperty().addListener((o, old, day) -> dayChosen(day));
    date.textProperty().addListener((o, old, typed) -> dateTyped());
    time.textProperty().addListener((o, old, typed) -> validate());
    return created;
  }

  private void showNow() {
    Entry shown = entry;
    if (shown != null) {
      showMoment(LocalDateTime.ofInstant(context.services().clock().instant(), shown.timeZone()));
    }
  }

  private void showMoment(LocalDateTime moment) {
    date.setText(DateFormats.dayWithYear(moment.toLocalDate()));
    calendar.setValue(moment.toLocalDate());
    time.setText(DateFormats.time(moment.toLocalTime()));
    validate();
  }

  private void dayChosen(@Nullable LocalDate day) {
    if (day != null && !typedDate().equals(Optional.of(day))) {
      date.setText(DateFormats.dayWithYear(day));
    }
  }

  private void dateTyped() {
    typedDate().ifPresent(calendar::setValue);
    validate();
  }

  private Optional<LocalDate> typedDate() {
    try {
      return Optional.ofNullable(DATES.fromString(date.getText().strip()))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty(); // shown as invalid
    }
  }

  private Optional<LocalTime> typedTime() {
    return TimeParser.parse(time.getText());
  }

  private void validate() {
    boolean validDate = typedDate().isPresent();
    boolean validTime = typedTime().isPresent();
    date.pseudoClassStateChanged(Styles.STATE_DANGER, !validDate);
    time.pseudoClassStateChanged(Styles.STATE_DANGER, !validTime);
    problem.setVisible(!validDate || !validTime);
    problem.setText(
        context.messages().get(validDate ? "editor.time.invalid" : "editor.date.invalid"));
    apply.setDisable(problem.isVisible());
    if (popover != null) {
      popover.setAutoHide(!problem.isVisible());
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
      if (event.getTarget() instanceof TextField) {
        event.consume();
        apply();
      } else {
        Platform.runLater(this::apply); // the calendar takes the day first
      }
    }
  }

  private void hiddenByClick(Event event) {
    change();
  }

  private void apply() {
    if (!problem.isVisible() && popover != null) {
      change();
      popover.hide();
    }
  }

  private void change() {
    Entry shown = entry;
    if (shown != null && !problem.isVisible()) {
      entry = null;
      editor.setMoment(
          shown.id(), LocalDateTime.of(typedDate().orElseThrow(), typedTime().orElseThrow()));
    }
  }
}
