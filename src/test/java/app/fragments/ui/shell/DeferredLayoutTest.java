package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FxThread;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeferredLayoutTest {
  private final List<String> made = new ArrayList<>();
  private Stage stage;
  private DeferredLayout completion;

  @BeforeEach
  void showWindow() {
    FxThread.start();
    FxThread.run(
        () -> {
          stage = new Stage();
          stage.setScene(new Scene(new StackPane()));
          completion =
              new DeferredLayout(
                  stage,
                  List.of(
                      () -> made.add("status"), () -> made.add("pane"), () -> made.add("sidebar")));
          stage.show();
        });
  }

  @AfterEach
  void closeWindow() {
    FxThread.run(stage::close);
  }

  @Test
  void steps_run_once_and_in_order_after_the_first_frame() {
    FxThread.settle();
    assertThat(FxThread.call(() -> List.copyOf(made))).isEmpty();

    FxThread.run(completion::start);
    FxThread.run(completion::start);
    FxThread.await("all steps to run", () -> made.size() >= 3);
    FxThread.settle();
    assertThat(FxThread.call(() -> List.copyOf(made))).containsExactly("status", "pane", "sidebar");
  }

  /// The key's own handler runs afterwards, because `MainWindow` listens on the scene.
  @Test
  void a_key_press_runs_all_steps_at_once() {
    List<String> seen =
        FxThread.call(
            () -> {
              List<String> before = new ArrayList<>();
              stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, event -> before.addAll(made));
              Event.fireEvent(stage.getScene().getRoot(), press(KeyCode.N));
              return before;
            });
    assertThat(seen).containsExactly("status", "pane", "sidebar");

    FxThread.run(completion::start);
    FxThread.settle();
    assertThat(FxThread.call(() -> List.copyOf(made))).hasSize(3);
  }

  @Test
  void closing_drops_the_remaining_steps() {
    FxThread.run(completion::cancel);
    FxThread.run(completion::start);
    FxThread.settle();
    FxThread.run(() -> Event.fireEvent(stage.getScene().getRoot(), press(KeyCode.N)));
    assertThat(FxThread.call(() -> List.copyOf(made))).isEmpty();
  }

  private static KeyEvent press(KeyCode key) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
  }
}
