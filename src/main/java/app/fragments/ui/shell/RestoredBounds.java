package app.fragments.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Where a window is while it is neither maximised nor minimised, which is where it goes back to.
/// On the FX thread.
final class RestoredBounds {
  /// Systems tell the new size of a maximised window before they say that it is maximised, by how
  /// much is theirs.
  static final Duration SETTLED = Duration.millis(400);

  private final Stage stage;
  private final PauseTransition pause;
  private Rectangle2D settled;

  /// @param after how long a window has to stay as it is to have been moved there by the user
  RestoredBounds(Stage stage, Duration after) {
    this.stage = stage;
    settled = now();
    pause = new PauseTransition(after);
    pause.setOnFinished(e -> settled = get());
    for (var property :
        new ReadOnlyDoubleProperty[] {
          stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty()
        }) {
      property.addListener((o, old, now) -> pause.playFromStart());
    }
  }

  /// The bounds of now, or the last ones before the window was maximised.
  Rectangle2D get() {
    boolean normal = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    return normal ? now() : settled;
  }

  private Rectangle2D now() {
    return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
  }
}
