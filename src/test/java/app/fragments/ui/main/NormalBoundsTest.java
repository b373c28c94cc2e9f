package app.fragments.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.Fx;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NormalBoundsTest {
  private Stage stage;
  private NormalBounds bounds;

  @BeforeEach
  void open() {
    Fx.start();
    stage = Fx.call(Stage::new);
    Fx.run(
        () -> {
          stage.setScene(new Scene(new Pane()));
          bounds = new NormalBounds(stage, Duration.millis(1));
          stage.show();
          stage.setX(100);
          stage.setY(50);
          stage.setWidth(600);
          stage.setHeight(400);
        });
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::hide);
  }

  @Test
  void a_maximised_window_keeps_the_bounds_it_had_before() {
    Rectangle2D before = new Rectangle2D(100, 50, 600, 400);
    assertThat(Fx.call(bounds::get)).isEqualTo(before);

    Fx.run(() -> stage.setMaximized(true));
    Fx.settle();

    assertThat(Fx.call(stage::getWidth)).isGreaterThan(600);
    assertThat(Fx.call(bounds::get)).isEqualTo(before);
  }
}
