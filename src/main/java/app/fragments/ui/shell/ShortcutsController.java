package app.fragments.ui.shell;

import app.fragments.ui.common.Messages;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// Fills the list of keyboard shortcuts.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class ShortcutsController {
  /// What is handled by the list and the text.
  private static final List<String> OTHERS =
      List.of(
          "tick",
          "extend",
          "tickAll",
          "delete",
          "bold",
          "italic",
          "strike",
          "code",
          "link",
          "openLink",
          "task",
          "indent",
          "plainPaste",
          "close");

  private final MainViewModel main;
  private final Messages messages;

  @FXML private GridPane grid;
  @FXML private Button close;

  ShortcutsController(MainViewModel main, Messages messages) {
    this.main = main;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    for (Shortcut shortcut : Shortcut.values()) {
      add(messages.get(shortcut.messageKey()), shortcut.label());
    }
    for (String key : OTHERS) {
      add(messages.get("shortcut." + key), messages.get("shortcut." + key + ".keys"));
    }
    close.setOnAction(e -> main.shortcutsOpen.set(false));
  }

  private void add(String action, String keys) {
    int row = grid.getRowCount();
    Label label = new Label(keys);
    label.getStyleClass().add("kbd");
    GridPane.setHalignment(label, HPos.RIGHT);
    grid.addRow(row, new Label(action), label);
  }
}
