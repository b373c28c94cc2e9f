package app.fragments.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FxThread;
import app.fragments.ui.parts.WindowFixture;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class SourcesPopoverTest {
  @Test
  void escape_closes_it_although_its_list_has_the_focus() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    try (WindowFixture world = FxThread.call(WindowFixture::new)) {
      FxThread.run(
          () -> {
            Button button = new Button("More");
            StackPane page = new StackPane(button);
            page.setAlignment(Pos.TOP_RIGHT); // the popover is to its left
            stage.setScene(new Scene(page, 800, 600));
            stage.show();
            new SourcesPopover(world.messages, world.theming, source -> {})
                .show(button, List.of(CitedSource.of(1, world.week.getFirst())));
          });
      FxThread.await("it is shown", () -> popup() != null);
      Node focused = FxThread.call(() -> popup().getScene().getFocusOwner());
      assertThat(focused.getStyleClass()).contains("sources");

      FxThread.run(
          () ->
              Event.fireEvent(
                  focused,
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));

      FxThread.await("it is closed", () -> popup() == null);
    }
  }

  private static Window popup() {
    return Window.getWindows().stream()
        .filter(shown -> shown instanceof PopupWindow && shown.isShowing())
        .findFirst()
        .orElse(null);
  }
}
