package app.fragments.ui.shell;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.Region;

/// Has Tab go round in a page that floats, instead of on to what is behind it: a guard at each end
/// sends the keyboard on to the other end.
final class FocusTrap {
  private final Region first = guard();
  private final Region last = guard();

  FocusTrap() {
    first.focusedProperty().subscribe(on -> pass(on, last, TraversalDirection.PREVIOUS));
    last.focusedProperty().subscribe(on -> pass(on, first, TraversalDirection.NEXT));
  }

  /// The page between its guards.
  List<Node> around(Node page) {
    return List.of(first, page, last);
  }

  /// Puts the keyboard on the first that takes it.
  void enter() {
    first.requestFocusTraversal(TraversalDirection.NEXT);
  }

  /// Once the scene is done with the step that came here.
  private static void pass(boolean on, Region from, TraversalDirection direction) {
    if (on) {
      Platform.runLater(() -> from.requestFocusTraversal(direction));
    }
  }

  /// It takes the keyboard, and neither room nor the pointer.
  private static Region guard() {
    Region guard = new Region();
    guard.setFocusTraversable(true);
    guard.setManaged(false);
    guard.setMouseTransparent(true);
    return guard;
  }
}
