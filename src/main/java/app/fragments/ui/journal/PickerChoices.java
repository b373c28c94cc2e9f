package app.fragments.ui.journal;

import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The presets below the months, each with its days.
final class PickerChoices extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final List<DayRange.Kind> PRESETS =
      List.of(
          DayRange.Kind.THIS_WEEK,
          DayRange.Kind.LAST_WEEK,
          DayRange.Kind.THIS_MONTH,
          DayRange.Kind.LAST_MONTH);

  private final JournalViewModel journal;
  private final Messages messages;
  private final Runnable onDone;
  private final Runnable onRange;

  /// @param onDone called after a choice
  /// @param onRange called to type a range
  PickerChoices(JournalViewModel journal, Messages messages, Runnable onDone, Runnable onRange) {
    this.journal = journal;
    this.messages = messages;
    this.onDone = onDone;
    this.onRange = onRange;
    getStyleClass().add("picker-choices");
  }

  /// Shows the presets as of today.
  void open() {
    getChildren().clear();
    LocalDate today = journal.today.get();
    for (DayRange.Kind kind : PRESETS) {
      String days = DayLabels.of(DayRange.preset(kind, today), today, messages);
      Button row =
          row(
              DayLabels.name(kind, messages),
              days,
              () -> {
                journal.toggleDays(kind);
                onDone.run();
              });
      row.pseudoClassStateChanged(CHOSEN, journal.filter().get().days().kind() == kind);
    }
    row(messages.get("entries.range"), "", onRange);
  }

  private Button row(String text, String note, Runnable action) {
    Label name = new Label(text);
    name.getStyleClass().add("picker-name");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label days = new Label(note);
    days.getStyleClass().add("picker-note");
    days.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(name, days);
    Button row = new Button(text, line);
    row.getStyleClass().setAll("picker-choice");
    row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(note.isEmpty() ? text : text + ", " + note);
    line.prefWidthProperty()
        .bind(
            row.widthProperty()
                .map(w -> w.doubleValue() - row.snappedLeftInset() - row.snappedRightInset()));
    row.setOnAction(e -> action.run());
    getChildren().add(row);
    return row;
  }
}
