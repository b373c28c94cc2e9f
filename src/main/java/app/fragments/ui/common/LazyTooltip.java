package app.fragments.ui.common;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Tooltips for controls of the first frame. A tooltip is a window, so it is created when the mouse
/// first enters; screen readers have its text from the start. On the FX thread.
public final class LazyTooltip {
  private LazyTooltip() {}

  /// Sets or changes the tooltip of a control.
  public static void set(Control control, String text) {
    boolean first = control.getAccessibleHelp() == null;
    control.setAccessibleHelp(text);
    if (first) {
      control.addEventHandler(MouseEvent.MOUSE_ENTERED, new Installer(control));
    }
  }

  private record Installer(Control control) implements EventHandler<MouseEvent> {
    @Override
    public void handle(MouseEvent event) {
      control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
      Tooltip tip = new Tooltip();
      tip.textProperty().bind(control.accessibleHelpProperty());
      control.setTooltip(tip);
    }
  }
}
