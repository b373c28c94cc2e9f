package app.fragments.ui.shell;

import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The line between two columns: one pixel to see, seven to take hold of.
final class ResizeHandle extends Region {
  private static final double GRIP = 7;

  /// Widths of the column on the left, in pixels.
  private final double least;

  private final double most;
  private final Region column;
  private double grabbedAt;

  ResizeHandle(Region column, double least, double most) {
    this.column = column;
    this.least = least;
    this.most = most;
    getStyleClass().add("resize-handle");
    setMinWidth(GRIP);
    setMaxWidth(GRIP);
    setCursor(Cursor.H_RESIZE);
    setViewOrder(-1);
    HBox.setMargin(this, new Insets(0, -(GRIP - 1) / 2, 0, -(GRIP - 1) / 2));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    visibleProperty().bind(column.visibleProperty());
    managedProperty().bind(column.managedProperty());
  }

  private void grab(MouseEvent event) {
    grabbedAt = event.getSceneX() - column.getWidth();
    event.consume();
  }

  private void drag(MouseEvent event) {
    double wanted = event.getSceneX() - grabbedAt;
    column.setPrefWidth(Math.max(least, Math.min(most, wanted)));
    event.consume();
  }
}
