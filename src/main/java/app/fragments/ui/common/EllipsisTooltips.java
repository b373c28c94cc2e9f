package app.fragments.ui.common;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Gives each text that ends in an ellipsis a tooltip with the whole text while the mouse is over
/// it. Texts with a tooltip of their own keep it.
public final class EllipsisTooltips {
  private static final String KEY = "ellipsis-tooltip";

  private EllipsisTooltips() {}

  public static void install(Scene scene) {
    scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> entered(event.getTarget()));
  }

  private static void entered(EventTarget target) {
    if (!(target instanceof Node node)) {
      return;
    }
    if (node instanceof ShortenedText text) {
      Tooltip tip = tooltip(node);
      if (text.isShortened()) {
        tip.setText(text.full());
        Tooltip.install(node, tip);
      } else {
        Tooltip.uninstall(node, tip);
      }
    } else if (node instanceof Labeled label) {
      update(label);
    } else if (node.getParent() instanceof Labeled label) {
      update(label);
    }
  }

  private static void update(Labeled label) {
    Tooltip tip = tooltip(label);
    if (label.getTooltip() == null && label.isTextTruncated()) {
      label.setTooltip(tip);
    } else if (label.getTooltip() == tip && !label.isTextTruncated()) {
      label.setTooltip(null);
    }
    tip.setText(label.getText());
  }

  private static Tooltip tooltip(Node node) {
    return (Tooltip) node.getProperties().computeIfAbsent(KEY, key -> new Tooltip());
  }
}
