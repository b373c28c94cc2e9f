package app.fragments.ui.settings;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Keeps a button of a scrolled page under the pointer while its click changes the layout.
final class PointerAnchor {
  private PointerAnchor() {}

  /// Runs the change, then scrolls back by what the button has moved. Where scrolling can't do
  /// that, because the page would have to go below its top, it gets space above.
  static void keep(Node button, Runnable change) {
    ScrollPane pane = paneOf(button);
    Region page = (Region) pane.getContent();
    Point2D before = middle(button);
    change.run();
    Parent root = button.getScene().getRoot();
    root.applyCss();
    root.layout();
    Point2D moved = middle(button).subtract(before);
    page.setTranslateX(page.getTranslateX() - moved.getX());
    double scrolled = scrolled(pane) + moved.getY();
    if (scrolled < 0) {
      Insets space = page.getPadding();
      page.setPadding(
          new Insets(
              space.getTop() - scrolled, space.getRight(), space.getBottom(), space.getLeft()));
      root.layout();
      scrolled = 0;
    }
    double range = range(pane);
    pane.setVvalue(range <= 0 ? 0 : Math.min(1, scrolled / range));
    root.layout();
  }

  private static ScrollPane paneOf(Node node) {
    Node above = node;
    while (!(above instanceof ScrollPane pane)) {
      above = above.getParent();
    }
    return pane;
  }

  private static Point2D middle(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private static double scrolled(ScrollPane pane) {
    return pane.getVvalue() * Math.max(0, range(pane));
  }

  private static double range(ScrollPane pane) {
    return pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
  }
}
