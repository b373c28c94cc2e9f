package app.fragments.ui.common;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A pane whose vertical scroll bar lies over the content, so that it never moves it.
public final class OverlayScrollBar extends StackPane {
  private final ScrollPane pane;
  private final ScrollBar bar = new ScrollBar();

  /// @param pane its content must be a region
  public OverlayScrollBar(ScrollPane pane) {
    this.pane = pane;
    pane.setVbarPolicy(ScrollBarPolicy.NEVER);
    bar.setOrientation(Orientation.VERTICAL);
    bar.getStyleClass().add("overlay-bar");
    bar.setMin(0);
    bar.setMax(1);
    bar.valueProperty().bindBidirectional(pane.vvalueProperty());
    StackPane.setAlignment(bar, Pos.CENTER_RIGHT);
    getChildren().addAll(pane, bar);
    pane.viewportBoundsProperty().subscribe(bounds -> update());
    ((Region) pane.getContent()).heightProperty().subscribe(height -> update());
  }

  private void update() {
    double content = ((Region) pane.getContent()).getHeight();
    double viewport = pane.getViewportBounds().getHeight();
    bar.setVisible(content > viewport + 1);
    bar.setVisibleAmount(content <= 0 ? 1 : Math.min(1, viewport / content));
  }
}
