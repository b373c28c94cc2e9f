package app.fragments.ui.editor;

import app.fragments.ui.common.EmojiGraphic;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A tag of the open fragment. A click filters the list by it; its × appears on hover and on focus,
/// over the end of the tag, so that the other chips stay where they are.
final class TagChip extends StackPane {
  TagChip(String tag, boolean readOnly, UiContext context, Runnable onFilter, Runnable onRemove) {
    Messages messages = context.messages();
    getStyleClass().add("tag-chip");
    setAlignment(Pos.CENTER_RIGHT);
    Button name = EmojiGraphic.on(new Button("#" + tag), context.theming().emoji());
    name.getStyleClass().setAll("button", "pill");
    name.setAccessibleText(messages.get("editor.filterTag", tag));
    name.setTooltip(new Tooltip(messages.get("editor.filterTag", tag)));
    name.setOnAction(e -> onFilter.run());
    getChildren().add(name);
    if (readOnly) {
      return;
    }
    Button remove = new Button();
    remove.setGraphic(new FontIcon("fth-x"));
    remove.getStyleClass().setAll("button", "remove-tag");
    remove.setAccessibleText(messages.get("editor.removeTag", tag));
    remove.setTooltip(new Tooltip(messages.get("editor.removeTag", tag)));
    remove.setOnAction(e -> onRemove.run());
    remove
        .opacityProperty()
        .bind(Bindings.when(hoverProperty().or(focusWithinProperty())).then(1).otherwise(0));
    name.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
            e.consume();
            onRemove.run();
          }
        });
    getChildren().add(remove);
  }
}
