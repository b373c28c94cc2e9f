package app.fragments.ui.journal;

import app.fragments.ui.common.DatePickerConverter;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;

/// Binds the two days between which fragments are shown.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class RangeController {
  private final JournalViewModel journal;
  private final RangePopover popover;

  @FXML private DatePicker from;
  @FXML private DatePicker to;
  @FXML private Button everything;
  @FXML private Button show;

  RangeController(JournalViewModel journal, RangePopover popover) {
    this.journal = journal;
    this.popover = popover;
  }

  @FXML
  void initialize() {
    from.setConverter(new DatePickerConverter());
    to.setConverter(new DatePickerConverter());
    journal
        .filter()
        .subscribe(
            filter -> {
              from.setValue(filter.days().from());
              to.setValue(filter.days().to());
            });
    show.disableProperty().bind(from.valueProperty().isNull().and(to.valueProperty().isNull()));
    show.setOnAction(e -> choose(DayRange.between(from.getValue(), to.getValue())));
    everything.setOnAction(e -> choose(DayRange.EVERYTHING));
  }

  private void choose(DayRange days) {
    popover.hide();
    journal.filter().set(journal.filter().get().withDays(days));
  }
}
