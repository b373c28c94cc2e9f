package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings.WindowState;
import app.fragments.ui.FxThread;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 25, 1512, 900);
  private static final Rectangle2D BESIDE = new Rectangle2D(1512, 0, 2560, 1400);

  @Test
  void opens_centered_on_the_primary_screen_the_first_time() {
    WindowState state = WindowBounds.open(null, List.of(LAPTOP));

    assertThat(state.x()).isEqualTo(36);
    assertThat(state.width()).isEqualTo(1440);
    assertThat(state.height()).isEqualTo(900);
    assertThat(state.sidebar()).isEqualTo(236);
  }

  @Test
  void opens_where_it_was_closed() {
    WindowState saved = new WindowState(1600, 100, 1300, 800, false, 250, 420);

    assertThat(WindowBounds.open(saved, List.of(LAPTOP, BESIDE))).isEqualTo(saved);
  }

  @Test
  void moves_to_the_primary_screen_if_its_screen_is_gone() {
    WindowState saved = new WindowState(1600, 100, 1300, 800, false, 250, 420);

    WindowState state = WindowBounds.open(saved, List.of(LAPTOP));

    assertThat(state.x()).isBetween(0.0, 300.0);
    assertThat(state.y()).isBetween(25.0, 200.0);
    assertThat(state.width()).isEqualTo(1300);
  }

  @Test
  void fits_the_screen_and_the_minimum_size() {
    assertThat(
            WindowBounds.open(new WindowState(0, 25, 9000, 9000, false, 236, 396), List.of(LAPTOP)))
        .returns(1512.0, WindowState::width)
        .returns(900.0, WindowState::height);
    assertThat(WindowBounds.open(new WindowState(0, 25, 10, 10, false, 1, 1), List.of(LAPTOP)))
        .returns(900.0, WindowState::width)
        .returns(600.0, WindowState::height)
        .returns(WindowBounds.SIDEBAR_MIN, WindowState::sidebar);
  }

  @Test
  void a_maximized_window_keeps_its_restored_bounds() {
    FxThread.start();
    Stage stage = FxThread.call(Stage::new);
    WindowBounds bounds =
        FxThread.call(
            () -> {
              stage.setScene(new Scene(new Pane()));
              WindowBounds made = new WindowBounds(stage, Duration.millis(1));
              stage.show();
              stage.setX(100);
              stage.setY(50);
              stage.setWidth(600);
              stage.setHeight(400);
              return made;
            });
    FxThread.settle();
    Rectangle2D before = new Rectangle2D(100, 50, 600, 400);
    assertThat(FxThread.call(bounds::restored)).isEqualTo(before);

    FxThread.run(() -> stage.setMaximized(true));
    FxThread.settle();

    assertThat(FxThread.call(stage::getWidth)).isGreaterThan(600);
    assertThat(FxThread.call(bounds::restored)).isEqualTo(before);
    FxThread.run(stage::hide);
  }
}
