package app.fragments.ui.common;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// The tips of controls that are there from the start. A tooltip is a window of its own, so it is
/// made when the pointer first comes; who listens has its words at once. On the FX thread.
public final class LazyTooltip {
  private LazyTooltip() {}

  /// Gives a control its tip, or other words to the tip that it has.
  public static void set(Control control, String words) {
    boolean first = control.getAccessibleHelp() == null;
    control.setAccessibleHelp(words);
    if (first) {
      control.addEventHandler(MouseEvent.MOUSE_ENTERED, new Maker(control));
    }
  }

  private record Maker(Control control) implements EventHandler<MouseEvent> {
    @Override
    public void handle(MouseEvent event) {
      control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
      Tooltip tip = new Tooltip();
      tip.textProperty().bind(control.accessibleHelpProperty());
      control.setTooltip(tip);
    }
  }
}
