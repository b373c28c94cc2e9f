package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.ui.common.DatePickerConverter;
import app.fragments.ui.common.Messages;
import atlantafx.base.controls.Popover;
import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The small page in which the open fragment is given another day, made when it is first asked for.
final class DayPopover {
  private final EditorViewModel editor;
  private final Messages messages;
  private final DatePicker picker = new DatePicker();
  private @Nullable Popover popover;
  private boolean showing;

  DayPopover(EditorViewModel editor, Messages messages) {
    this.editor = editor;
    this.messages = messages;
  }

  void showAt(Node anchor) {
    editor
        .entry()
        .map(Entry::date)
        .ifPresent(
            date -> {
              showing = true;
              picker.setValue(date);
              showing = false;
              Popover page = popover == null ? make() : popover;
              popover = page;
              page.show(anchor);
            });
  }

  private Popover make() {
    picker.setConverter(new DatePickerConverter());
    Label label = new Label(messages.get("editor.changeDay.label"));
    label.setLabelFor(picker);
    VBox content = new VBox(label, picker);
    content.getStyleClass().add("range");
    Popover page = new Popover(content);
    page.setHeaderAlwaysVisible(false);
    page.setDetachable(false);
    page.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
    picker.valueProperty().addListener((o, old, now) -> chosen(page, now));
    return page;
  }

  private void chosen(Popover page, @Nullable LocalDate date) {
    if (!showing && date != null) {
      page.hide();
      editor.setDate(date);
    }
  }
}
