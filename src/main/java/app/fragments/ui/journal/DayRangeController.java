package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.ui.common.DatePickerConverter;
import app.fragments.ui.common.EscapeKey;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import atlantafx.base.controls.Popover;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;

/// Binds the chips that limit the list to some days, and the popover of the Range chip, which is
/// created when first shown. A click on a selected chip shows all days again.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class DayRangeController {
  private final JournalViewModel journal;
  private final ObjectProperty<ListFilter> filter;
  private final ScreenLoader screens;
  private final Messages messages;
  private @Nullable Popover popover;

  @FXML private DatePicker from;
  @FXML private DatePicker to;
  @FXML private Button everything;
  @FXML private Button show;

  DayRangeController(JournalViewModel journal, ScreenLoader screens, Messages messages) {
    this.journal = journal;
    filter = journal.filter();
    this.screens = screens.with(DayRangeController.class, () -> this);
    this.messages = messages;
  }

  void bind(ToggleButton thisWeek, ToggleButton lastWeek, ToggleButton range) {
    thisWeek.setOnAction(
        e -> choose(thisWeek.isSelected() ? DayRange.thisWeek(today()) : DayRange.EVERYTHING));
    lastWeek.setOnAction(
        e -> choose(lastWeek.isSelected() ? DayRange.lastWeek(today()) : DayRange.EVERYTHING));
    range.setOnAction(
        e -> {
          range.setSelected(days().kind() == DayRange.Kind.CHOSEN);
          popover().show(range);
        });
    filter.subscribe(
        now -> {
          DayRange.Kind kind = now.days().kind();
          thisWeek.setSelected(kind == DayRange.Kind.THIS_WEEK);
          lastWeek.setSelected(kind == DayRange.Kind.LAST_WEEK);
          range.setSelected(kind == DayRange.Kind.CHOSEN);
          range.setText(label(now.days(), today()));
        });
    journal.today.addListener((o, old, now) -> range.setText(label(days(), now)));
  }

  @FXML
  void initialize() {
    from.setConverter(new DatePickerConverter());
    to.setConverter(new DatePickerConverter());
    filter.subscribe(
        now -> {
          from.setValue(now.days().from());
          to.setValue(now.days().to());
        });
    show.disableProperty().bind(from.valueProperty().isNull().and(to.valueProperty().isNull()));
    show.setOnAction(e -> choose(DayRange.between(from.getValue(), to.getValue())));
    everything.setOnAction(e -> choose(DayRange.EVERYTHING));
  }

  private Popover popover() {
    if (popover == null) {
      Parent content = screens.load(FxmlFile.RANGE);
      popover = new Popover(content);
      EscapeKey.closes(content, popover::hide);
      popover.setHeaderAlwaysVisible(false);
      popover.setDetachable(false);
      popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    }
    return popover;
  }

  private void choose(DayRange days) {
    if (popover != null) {
      popover.hide();
    }
    filter.set(filter.get().withDays(days));
  }

  private DayRange days() {
    return filter.get().days();
  }

  private LocalDate today() {
    return journal.today.get();
  }

  private String label(DayRange days, LocalDate today) {
    LocalDate first = days.from();
    LocalDate last = days.to();
    if (days.kind() != DayRange.Kind.CHOSEN) {
      return messages.get("entries.range");
    }
    if (first == null) {
      return last == null
          ? messages.get("entries.range")
          : messages.get("entries.range.until", DateFormats.day(last, today));
    }
    if (last == null) {
      return messages.get("entries.range.since", DateFormats.day(first, today));
    }
    return first.equals(last)
        ? DateFormats.day(first, today)
        : DateFormats.period(first, last, today);
  }
}
