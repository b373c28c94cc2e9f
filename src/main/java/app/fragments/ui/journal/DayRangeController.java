package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.report.Period;
import app.fragments.ui.common.EscapeKey;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import atlantafx.base.controls.Popover;
import java.time.LocalDate;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Binds the popover for a typed range of days. It is loaded when first shown. Enter applies; what
/// is not a date is marked and stays.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class DayRangeController {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final JournalViewModel journal;
  private final ScreenLoader screens;
  private final Messages messages;
  private @Nullable Popover popover;

  @FXML private TextField from;
  @FXML private TextField to;
  @FXML private Label hint;
  @FXML private Button everything;
  @FXML private Button show;

  DayRangeController(JournalViewModel journal, ScreenLoader screens, Messages messages) {
    this.journal = journal;
    this.screens = screens.with(DayRangeController.class, () -> this);
    this.messages = messages;
  }

  @FXML
  void initialize() {
    for (TextField field : new TextField[] {from, to}) {
      field.textProperty().addListener((o, old, now) -> typed(field));
      field.setOnAction(e -> apply());
    }
    show.setOnAction(e -> apply());
    everything.setOnAction(e -> choose(DayRange.EVERYTHING));
  }

  /// Opens the popover below a node, with the current range.
  void show(Node owner) {
    if (popover == null) {
      Parent content = screens.load(FxmlFile.RANGE);
      popover = new Popover(content);
      EscapeKey.closes(content, popover::hide);
      popover.setHeaderAlwaysVisible(false);
      popover.setDetachable(false);
      popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    }
    DayRange days = journal.filter().get().days();
    from.setText(text(days.from()));
    to.setText(text(days.to()));
    popover.show(owner);
    Platform.runLater(from::requestFocus);
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : DateFormats.dayWithYear(day);
  }

  private void typed(TextField field) {
    mark(field, false);
    boolean valid = isValid(from) && isValid(to);
    hint.setText(valid ? DayLabels.of(range(), today(), messages) : "");
  }

  /// Applies the range, or marks the first field that is not a date.
  private void apply() {
    for (TextField field : new TextField[] {from, to}) {
      if (!isValid(field)) {
        mark(field, true);
        hint.setText(messages.get("entries.range.invalid", field.getText().strip()));
        field.requestFocus();
        field.selectAll();
        return;
      }
    }
    choose(range());
  }

  private void mark(TextField field, boolean invalid) {
    field.pseudoClassStateChanged(INVALID, invalid);
    hint.pseudoClassStateChanged(INVALID, invalid);
  }

  private boolean isValid(TextField field) {
    return field.getText().isBlank() || period(field) != null;
  }

  /// From the first day of what was typed first to the last day of what was typed last.
  private DayRange range() {
    Period first = period(from);
    Period last = period(to);
    if (first != null && last != null && last.end().isBefore(first.start())) {
      return DayRange.between(last.start(), first.end());
    }
    return DayRange.between(first == null ? null : first.start(), last == null ? null : last.end());
  }

  private @Nullable Period period(TextField field) {
    return TypedDays.parse(field.getText(), today());
  }

  private void choose(DayRange days) {
    if (popover != null) {
      popover.hide();
    }
    journal.filter().set(journal.filter().get().withDays(days));
  }

  private LocalDate today() {
    return journal.today.get();
  }
}
