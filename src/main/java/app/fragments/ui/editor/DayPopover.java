package app.fragments.ui.editor;

import app.fragments.ui.common.DatePickerConverter;
import app.fragments.ui.common.Messages;
import atlantafx.base.controls.Popover;
import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Changes the day of the open fragment. Created when first shown.
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

  void show(Node anchor) {
    Draft draft = editor.draft.get();
    if (draft != null) {
      showing = true;
      picker.setValue(draft.mine().date());
      showing = false;
      Popover shown = popover == null ? create() : popover;
      popover = shown;
      shown.show(anchor);
    }
  }

  private Popover create() {
    picker.setConverter(new DatePickerConverter());
    Label label = new Label(messages.get("editor.changeDay.label"));
    label.setLabelFor(picker);
    VBox content = new VBox(label, picker);
    content.getStyleClass().add("range");
    Popover created = new Popover(content);
    created.setHeaderAlwaysVisible(false);
    created.setDetachable(false);
    created.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
    picker.valueProperty().addListener((o, old, now) -> chosen(created, now));
    return created;
  }

  private void chosen(Popover shown, @Nullable LocalDate date) {
    if (!showing && date != null) {
      shown.hide();
      editor.setDate(date);
    }
  }
}
