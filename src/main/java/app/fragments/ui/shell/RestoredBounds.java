package app.fragments.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The bounds of a window while it is neither maximized nor minimized. On the FX thread.
final class RestoredBounds {
  /// Some systems report the new size of a maximized window shortly before they report that it is
  /// maximized.
  static final Duration SETTLING_TIME = Duration.millis(400);

  private final Stage stage;
  private final PauseTransition pause;
  private Rectangle2D settled;

  /// @param settlingTime how long bounds must stay unchanged to count
  RestoredBounds(Stage stage, Duration settlingTime) {
    this.stage = stage;
    settled = current();
    pause = new PauseTransition(settlingTime);
    pause.setOnFinished(e -> settled = get());
    for (var property :
        new ReadOnlyDoubleProperty[] {
          stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty()
        }) {
      property.addListener((o, old, now) -> pause.playFromStart());
    }
  }

  /// The current bounds, or the last ones before the window was maximized or minimized.
  Rectangle2D get() {
    boolean restored = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    return restored ? current() : settled;
  }

  private Rectangle2D current() {
    return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
  }
}
