package app.fragments.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Makes Escape close a popover whatever has the focus in it: lists and date fields consume the
/// key, even if it does nothing for them.
public final class EscapeKey {
  private EscapeKey() {}

  public static void closes(Node content, Runnable close) {
    content.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !hasOpenMenu(content)) {
            close.run();
            event.consume();
          }
        });
  }

  private static boolean hasOpenMenu(Node content) {
    return content.lookupAll(".combo-box-base").stream()
        .anyMatch(node -> node instanceof ComboBoxBase<?> box && box.isShowing());
  }
}
