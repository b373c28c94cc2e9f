package app.fragments.ui.shell;

import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The line between two columns: one pixel wide, with a grip of seven.
final class ResizeHandle extends Region {
  private static final double GRIP = 7;

  private final double min;
  private final double max;
  private final Region column;
  private double grabbedAt;

  /// @param column the column on the left
  /// @param min its minimum width in pixels
  /// @param max its maximum width in pixels
  ResizeHandle(Region column, double min, double max) {
    this.column = column;
    this.min = min;
    this.max = max;
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
    column.setPrefWidth(Math.clamp(wanted, min, max));
    event.consume();
  }
}
