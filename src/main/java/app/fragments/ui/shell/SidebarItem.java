package app.fragments.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A button in the sidebar with an icon, a name and a note.
final class SidebarItem extends Button {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Label name = new Label();
  private final Label note = new Label();

  SidebarItem(Node icon, String text) {
    getStyleClass().setAll("nav-item");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    setText(text);
    name.textProperty().bind(textProperty());
    name.getStyleClass().add("nav-name");
    name.setMaxWidth(Double.MAX_VALUE);
    note.getStyleClass().add("nav-note");
    note.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(icon, name, note);
    row.getStyleClass().add("nav-row");
    row.prefWidthProperty()
        .bind(
            widthProperty()
                .map(width -> width.doubleValue() - snappedLeftInset() - snappedRightInset()));
    row.setMinWidth(0);
    setGraphic(row);
  }

  /// Sets the text at the right end, such as a count.
  void setNote(String text) {
    note.setText(text);
    setAccessibleText(text.isEmpty() ? getText() : getText() + ", " + text);
  }

  void setCurrent(boolean current) {
    pseudoClassStateChanged(CURRENT, current);
  }
}
