package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.OpenWindow;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The weave bar makes the list lower and must not cover its last row.
class ListEndTest {
  private static final int DAYS = 60;

  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window =
        new OpenWindow(
            folder,
            services -> {
              for (int i = 0; i < DAYS; i++) {
                String day = "2025-%02d-%02d".formatted(1 + i / 28, 1 + i % 28);
                Journal.write(services.entries, day, "10:00", "Day " + i, "Text", "");
              }
            });
    window.awaitRows();
    FxThread.run(() -> window.list().requestFocus());
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void the_last_row_stays_in_view_when_the_bar_appears() {
    window.type(KeyCode.END);
    assertLastRowInView();
    window.type(KeyCode.SPACE);
    window.await("the bar", s -> window.says("Weave Fragments"));
    FxThread.settle();

    assertLastRowInView();
  }

  @Test
  void end_shows_the_whole_last_row_above_the_bar() {
    window.type(KeyCode.CONTROL, KeyCode.A);
    window.await("the bar", s -> window.says("Weave Fragments"));
    window.type(KeyCode.END);
    FxThread.settle();
    assertLastRowInView();
  }

  @Test
  void a_selected_row_above_the_last_stays_in_view() {
    int row = 13;
    FxThread.run(() -> window.list().getSelectionModel().clearAndSelect(row));
    FxThread.settle();
    window.type(KeyCode.SPACE);
    window.await("the bar", s -> window.says("Weave Fragments"));
    FxThread.settle();

    FxThread.run(
        () -> {
          VirtualFlow<?> flow = window.find(".virtual-flow", VirtualFlow.class);
          assertThat(flow.getCell(row).getBoundsInParent().getMaxY())
              .isLessThanOrEqualTo(flow.getHeight() + 1);
        });
  }

  @Test
  void a_scrolled_list_stays_at_its_end() {
    FxThread.run(() -> window.find(".virtual-flow", VirtualFlow.class).scrollPixels(1_000_000));
    FxThread.settle();
    assertLastRowInView();
    window.type(KeyCode.CONTROL, KeyCode.A);
    window.await("the bar", s -> window.says("Weave Fragments"));
    FxThread.settle();

    assertLastRowInView();
  }

  private void assertLastRowInView() {
    FxThread.run(
        () -> {
          VirtualFlow<?> flow = window.find(".virtual-flow", VirtualFlow.class);
          IndexedCell<?> last = flow.getLastVisibleCell();
          Bounds row = last.localToScene(last.getLayoutBounds());
          Node bar = window.find(".weave-bar", Node.class);
          double end =
              bar != null && bar.isVisible()
                  ? bar.getParent().localToScene(bar.getParent().getLayoutBounds()).getMinY()
                  : window.stage.getScene().getHeight();
          assertThat(last.getIndex()).isEqualTo(window.list().getItems().size() - 1);
          assertThat(row.getMaxY()).isLessThanOrEqualTo(end + 1);
        });
  }
}
