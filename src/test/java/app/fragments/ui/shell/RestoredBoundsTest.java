package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FxThread;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoredBoundsTest {
  private Stage stage;
  private RestoredBounds bounds;

  @BeforeEach
  void open() {
    FxThread.start();
    stage = FxThread.call(Stage::new);
    FxThread.run(
        () -> {
          stage.setScene(new Scene(new Pane()));
          bounds = new RestoredBounds(stage, Duration.millis(1));
          stage.show();
          stage.setX(100);
          stage.setY(50);
          stage.setWidth(600);
          stage.setHeight(400);
        });
    FxThread.settle();
  }

  @AfterEach
  void close() {
    FxThread.run(stage::hide);
  }

  @Test
  void a_maximized_window_keeps_its_restored_bounds() {
    Rectangle2D before = new Rectangle2D(100, 50, 600, 400);
    assertThat(FxThread.call(bounds::get)).isEqualTo(before);

    FxThread.run(() -> stage.setMaximized(true));
    FxThread.settle();

    assertThat(FxThread.call(stage::getWidth)).isGreaterThan(600);
    assertThat(FxThread.call(bounds::get)).isEqualTo(before);
  }
}
