package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window says when it can't show everything.
class HonestStatesTest {
  @TempDir Path folder;

  @Test
  void a_journal_that_was_never_read_is_not_called_empty() {
    try (OpenWindow window =
        new OpenWindow(
            folder,
            services -> {
              Journal.fill(services.entries);
              services.entries.setUnavailable(true);
            })) {
      window.await("the state", s -> window.says("Can’t show your journal"));
      assertThat(FxThread.call(() -> window.says("No fragments yet"))).isFalse();
      assertThat(FxThread.call(() -> window.says("Welcome to Fragments"))).isFalse();
      window.await("a countdown", s -> window.says("Retrying in "));

      window.services.entries.setUnavailable(false);
      window.clickOn("Try now");
      window.awaitRows();
      window.await("the good news", s -> window.says("Back online"));
    }
  }

  @Test
  void during_an_outage_the_list_stays_greyed_and_says_when_it_was_loaded() {
    try (OpenWindow window = new OpenWindow(folder, services -> Journal.fill(services.entries))) {
      window.awaitRows();
      window.clickOn("Stand-up");
      window.await("open", s -> window.says("#standup"));
      Text other = (Text) window.labeled("Load test");
      Object ordinary = FxThread.call(other::getFill);
      window.services.entries.setUnavailable(true);

      window.await("as loaded", s -> window.says("All 12 fragments, as loaded at 12:00"));
      window.await("greyed", s -> !other.getFill().equals(ordinary));
      Text open = (Text) window.labeled("Stand-up");
      assertThat(FxThread.call(open::getFill)).as("the open fragment").isEqualTo(ordinary);

      window.services.entries.setUnavailable(false);
      window.await("no notice", s -> !window.says("as loaded at"));
    }
  }

  @Test
  void nothing_selected_says_what_to_do() {
    try (OpenWindow window = new OpenWindow(folder, services -> Journal.fill(services.entries))) {
      window.awaitRows();
      window.type(KeyCode.CONTROL, KeyCode.DIGIT2);
      window.await("what to do", s -> window.says("Select some fragments, then"));
    }
  }
}
