package app.fragments.ui.journal;

import java.util.function.IntConsumer;
import javafx.event.EventHandler;
import javafx.scene.input.ScrollEvent;

/// Turns scrolling into steps: one for each notch of a wheel, or for the same distance on a
/// touchpad. Scrolling down is a step forward.
final class WheelSteps implements EventHandler<ScrollEvent> {
  private static final double NOTCH = 40;

  private final IntConsumer onSteps;
  private double distance;

  WheelSteps(IntConsumer onSteps) {
    this.onSteps = onSteps;
  }

  @Override
  public void handle(ScrollEvent event) {
    event.consume();
    if (event.isInertia()) {
      return;
    }
    distance -= event.getDeltaY();
    int steps = (int) (distance / NOTCH);
    if (steps != 0) {
      distance -= steps * NOTCH;
      onSteps.accept(steps);
    }
  }
}
