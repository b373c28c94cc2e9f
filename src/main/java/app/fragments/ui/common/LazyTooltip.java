package app.fragments.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// Tooltips for controls of the first frame. A tooltip is a window, so it is created when the mouse
/// first enters; screen readers have its text from the start. On the FX thread.
public final class LazyTooltip {
  private LazyTooltip() {}

  /// Sets or changes the tooltip of a control.
  public static void set(Control control, String text) {
    if (control.getAccessibleHelp() == null) {
      control.setOnMouseEntered(
          event -> {
            control.setOnMouseEntered(null);
            Tooltip tip = new Tooltip();
            tip.textProperty().bind(control.accessibleHelpProperty());
            control.setTooltip(tip);
          });
    }
    control.setAccessibleHelp(text);
  }
}
