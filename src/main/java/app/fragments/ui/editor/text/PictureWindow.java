package app.fragments.ui.editor.text;

import app.fragments.journal.PictureId;
import app.fragments.ui.common.EscapeKey;
import app.fragments.ui.common.UiContext;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// A picture in its own window, as large as the screen allows. Escape or a click closes it.
final class PictureWindow {
  /// Of the screen.
  private static final double SHARE = 0.9;

  private static final double MARGIN = 16;
  private static final int DENSE = 2;

  private final UiContext context;
  private final Stage stage = new Stage();

  PictureWindow(UiContext context, Window owner, String description) {
    this.context = context;
    stage.initOwner(owner);
    stage.setTitle(description.isEmpty() ? context.messages().get("picture.title") : description);
  }

  void show(PictureLoader loader, PictureId id) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    int most = (int) (DENSE * Math.max(screen.getWidth(), screen.getHeight()));
    loader.loadLarge(id, most, image -> show(image, screen));
  }

  private void show(Image image, Rectangle2D screen) {
    double width = Math.min(image.getWidth(), screen.getWidth() * SHARE);
    double height = Math.min(image.getHeight(), screen.getHeight() * SHARE);
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    StackPane pane = new StackPane(view);
    pane.getStyleClass().add("picture-window");
    pane.setMinSize(0, 0);
    double scale = Math.min(1, Math.min(width / image.getWidth(), height / image.getHeight()));
    Scene scene =
        new Scene(
            pane, image.getWidth() * scale + 2 * MARGIN, image.getHeight() * scale + 2 * MARGIN);
    context.theming().style(scene);
    view.fitWidthProperty()
        .bind(scene.widthProperty().map(now -> room(now.doubleValue(), image.getWidth())));
    view.fitHeightProperty()
        .bind(scene.heightProperty().map(now -> room(now.doubleValue(), image.getHeight())));
    EscapeKey.closes(pane, stage::close);
    pane.setOnMouseClicked(event -> stage.close());
    stage.setScene(scene);
    stage.show();
    pane.requestFocus();
  }

  private static double room(double window, double picture) {
    return Math.clamp(window - 2 * MARGIN, 1, Math.max(1, picture));
  }
}
