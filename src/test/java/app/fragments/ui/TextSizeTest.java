package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The buttons in Settings that change the text size.
class TextSizeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"100, #larger, 6", "160, #smaller, 8"})
  void a_text_size_button_stays_under_the_pointer(int start, String selector, int clicks) {
    try (OpenWindow window =
        new OpenWindow(
            folder,
            services ->
                services.saveSettings(
                    services.configuration().settings().with(copy -> copy.textSize = start)))) {
      FxThread.run(
          () -> {
            window.stage.setWidth(980);
            window.stage.setHeight(700);
          });
      openSettings(window);
      Button button = FxThread.call(() -> window.find(selector, Button.class));
      FxThread.settle();
      double x = FxThread.call(() -> bounds(button).getCenterX());
      double y = FxThread.call(() -> bounds(button).getCenterY());

      for (int i = 0; i < clicks; i++) {
        FxThread.run(button::fire);
        FxThread.settle();
        Bounds now = FxThread.call(() -> bounds(button));
        assertThat(now.contains(x, y))
            .as("%s contains %.0f, %.0f after click %d", now, x, y, i + 1)
            .isTrue();
      }
      assertThat(FxThread.call(button::isDisabled)).as("at the limit").isTrue();
    }
  }

  @Test
  void settings_follow_the_shortcuts() {
    try (OpenWindow window = new OpenWindow(folder, services -> {})) {
      openSettings(window);
      window.type(KeyCode.CONTROL, KeyCode.MINUS);
      window.await("the size", s -> window.says("90\u00a0%"));
    }
  }

  private static void openSettings(OpenWindow window) {
    window.type(KeyCode.CONTROL, KeyCode.COMMA);
    window.await("the settings", s -> window.find("#larger", Node.class) != null);
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
