package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.report.Period;
import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A field for any date. Enter goes there; what is not a date is marked and stays.
final class GoToDate extends VBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final JournalViewModel journal;
  private final Messages messages;
  private final TextField field = new TextField();
  private final Label hint = new Label();

  GoToDate(JournalViewModel journal, Messages messages, Consumer<LocalDate> onDate) {
    this.journal = journal;
    this.messages = messages;
    getStyleClass().add("go-to-date");
    field.setId("goToDate");
    field.setPromptText(messages.get("calendar.goTo"));
    field.setAccessibleText(messages.get("calendar.goTo"));
    hint.getStyleClass().add("date-hint");
    hint.setWrapText(true);
    hint.managedProperty().bind(hint.visibleProperty());
    field.textProperty().subscribe(text -> typed());
    field.setOnAction(
        e -> {
          Period days = days();
          if (days != null) {
            onDate.accept(days.start());
          } else if (!field.getText().isBlank()) {
            mark(true);
            hint.setText(messages.get("entries.range.invalid", field.getText().strip()));
            hint.setVisible(true);
            field.selectAll();
          }
        });
    getChildren().addAll(field, hint);
  }

  void clear() {
    field.clear();
  }

  private @Nullable Period days() {
    return TypedDays.parse(field.getText(), journal.today.get());
  }

  private void typed() {
    mark(false);
    Period days = days();
    hint.setVisible(days != null);
    hint.setText(days == null ? "" : DateFormats.dayWithYear(days.start()));
  }

  private void mark(boolean invalid) {
    field.pseudoClassStateChanged(INVALID, invalid);
    hint.pseudoClassStateChanged(INVALID, invalid);
  }
}
