package app.fragments.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.Fx;
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

class CompletionTest {
  private final List<String> made = new ArrayList<>();
  private Stage stage;
  private Completion completion;

  @BeforeEach
  void showWindow() {
    Fx.start();
    Fx.run(
        () -> {
          stage = new Stage();
          stage.setScene(new Scene(new StackPane()));
          completion =
              new Completion(
                  stage,
                  List.of(
                      () -> made.add("status"), () -> made.add("pane"), () -> made.add("sidebar")));
          stage.show();
        });
  }

  @AfterEach
  void closeWindow() {
    Fx.run(stage::close);
  }

  @Test
  void nothing_is_made_before_the_first_picture_and_then_all_in_order_and_once() {
    Fx.settle();
    assertThat(Fx.call(() -> List.copyOf(made))).isEmpty();

    Fx.run(completion::begin);
    Fx.run(completion::begin);
    Fx.await("all made", () -> made.size() >= 3);
    Fx.settle();
    assertThat(Fx.call(() -> List.copyOf(made))).containsExactly("status", "pane", "sidebar");
  }

  /// The key's own work comes after it, as `MainWindow` listens on the scene.
  @Test
  void who_presses_a_key_at_once_finds_all_of_it_made() {
    List<String> seen =
        Fx.call(
            () -> {
              List<String> before = new ArrayList<>();
              stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, event -> before.addAll(made));
              Event.fireEvent(stage.getScene().getRoot(), press(KeyCode.N));
              return before;
            });
    assertThat(seen).containsExactly("status", "pane", "sidebar");

    Fx.run(completion::begin);
    Fx.settle();
    assertThat(Fx.call(() -> List.copyOf(made))).hasSize(3);
  }

  @Test
  void a_window_that_closes_before_is_not_made_complete() {
    Fx.run(completion::cancel);
    Fx.run(completion::begin);
    Fx.settle();
    Fx.run(() -> Event.fireEvent(stage.getScene().getRoot(), press(KeyCode.N)));
    assertThat(Fx.call(() -> List.copyOf(made))).isEmpty();
  }

  private static KeyEvent press(KeyCode key) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
  }
}
