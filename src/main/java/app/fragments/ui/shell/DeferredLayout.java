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

/// Builds the rest of the window after its first frame: one step per frame, so that the list can
/// already be scrolled. The first key or mouse press runs the remaining steps at once. [#start] it
/// after the first frame, on the FX thread.
final class DeferredLayout extends AnimationTimer {
  private final Stage stage;
  private final Deque<Runnable> steps;
  private final EventHandler<Event> onPress = event -> finish();

  DeferredLayout(Stage stage, Collection<Runnable> steps) {
    this.stage = stage;
    this.steps = new ArrayDeque<>(steps);
    stage.addEventFilter(KeyEvent.KEY_PRESSED, onPress);
    stage.addEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
  }

  void add(Runnable step) {
    steps.add(step);
  }

  /// Drops the remaining steps because the window closes.
  void cancel() {
    steps.clear();
    handle(0);
  }

  private void finish() {
    while (!steps.isEmpty()) {
      handle(0);
    }
  }

  /// Runs the next step.
  @Override
  public void handle(long now) {
    if (!steps.isEmpty()) {
      steps.remove().run();
    }
    if (steps.isEmpty()) {
      stop();
      stage.removeEventFilter(KeyEvent.KEY_PRESSED, onPress);
      stage.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
    }
  }
}
