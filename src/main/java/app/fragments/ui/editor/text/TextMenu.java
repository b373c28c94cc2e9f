package app.fragments.ui.editor.text;

import app.fragments.ui.common.Messages;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.WindowEvent;

/// The context menu of the text.
final class TextMenu {
  private final ContextMenu menu = new ContextMenu();

  private TextMenu(
      MarkdownArea area, Messages messages, PictureInsertion pictures, LinePictures shown) {
    BooleanSupplier hasSelection = () -> area.getSelection().getLength() > 0;
    add(messages.get("editor.menu.undo"), area::undo, area::isUndoAvailable);
    add(messages.get("editor.menu.redo"), area::redo, area::isRedoAvailable);
    menu.getItems().add(new SeparatorMenuItem());
    add(
        messages.get("editor.menu.cut"),
        area::cut,
        () -> area.isEditable() && hasSelection.getAsBoolean());
    add(messages.get("editor.menu.copy"), area::copy, hasSelection);
    add(messages.get("editor.menu.paste"), area::paste, area::isEditable);
    menu.getItems().add(new SeparatorMenuItem());
    add(messages.get("editor.menu.insertPicture"), pictures::choose, area::isEditable);
    add(messages.get("editor.menu.openPicture"), shown::openAtCaret, shown::isAtCaret);
    menu.getItems().add(new SeparatorMenuItem());
    add(messages.get("editor.menu.selectAll"), area::selectAll, () -> area.getLength() > 0);
  }

  static ContextMenu of(
      MarkdownArea area, Messages messages, PictureInsertion pictures, LinePictures shown) {
    return new TextMenu(area, messages, pictures, shown).menu;
  }

  private void add(String text, Runnable action, BooleanSupplier isEnabled) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    menu.addEventHandler(
        WindowEvent.WINDOW_SHOWING, event -> item.setDisable(!isEnabled.getAsBoolean()));
    menu.getItems().add(item);
  }
}
