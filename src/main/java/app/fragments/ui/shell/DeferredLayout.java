package app.fragments.ui.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// Makes the rest of the window once its first picture is there: a piece a frame, so that the list
/// can be scrolled meanwhile. Whoever presses a key or a button earlier finds all of it made. On
/// the FX thread.
final class DeferredLayout {
  private final Stage stage;
  private final Deque<Runnable> pieces;
  private final EventHandler<Event> onPress = event -> finish();
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  /// @param pieces in their order
  DeferredLayout(Stage stage, Collection<Runnable> pieces) {
    this.stage = stage;
    this.pieces = new ArrayDeque<>(pieces);
    stage.addEventFilter(KeyEvent.KEY_PRESSED, onPress);
    stage.addEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
  }

  /// One more, after the others.
  void add(Runnable piece) {
    pieces.add(piece);
  }

  /// The first picture is there.
  void begin() {
    frames.start();
  }

  /// Makes at once what is missing.
  void finish() {
    while (!pieces.isEmpty()) {
      next();
    }
  }

  /// Leaves out what is missing: the window closes.
  void cancel() {
    pieces.clear();
    next();
  }

  private void next() {
    if (!pieces.isEmpty()) {
      pieces.remove().run();
    }
    if (pieces.isEmpty()) {
      frames.stop();
      stage.removeEventFilter(KeyEvent.KEY_PRESSED, onPress);
      stage.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
    }
  }
}
