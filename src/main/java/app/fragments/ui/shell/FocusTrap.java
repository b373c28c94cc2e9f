package app.fragments.ui.shell;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.Region;

/// Keeps Tab within an overlay: a focusable guard at each end passes the focus to the other end.
final class FocusTrap {
  private final Region first = guard();
  private final Region last = guard();

  FocusTrap() {
    first.focusedProperty().subscribe(on -> pass(on, last, TraversalDirection.PREVIOUS));
    last.focusedProperty().subscribe(on -> pass(on, first, TraversalDirection.NEXT));
  }

  /// The page between the two guards.
  List<Node> around(Node page) {
    return List.of(first, page, last);
  }

  /// Focuses the first focusable control.
  void enter() {
    first.requestFocusTraversal(TraversalDirection.NEXT);
  }

  /// Deferred until the scene has finished the current traversal.
  private static void pass(boolean on, Region from, TraversalDirection direction) {
    if (on) {
      Platform.runLater(() -> from.requestFocusTraversal(direction));
    }
  }

  /// Focusable, but takes neither space nor mouse events.
  private static Region guard() {
    Region guard = new Region();
    guard.setFocusTraversable(true);
    guard.setManaged(false);
    guard.setMouseTransparent(true);
    return guard;
  }
}
