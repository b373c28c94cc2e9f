package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.OpenWindow;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The trash in the real window: what is selected there, and restoring several fragments.
class TrashTest {
  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window = new OpenWindow(folder, services -> Journal.fill(services.entries));
    window.awaitRows();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void a_fragment_selected_for_weaving_is_not_selected_in_the_trash() {
    window.click("#all");
    awaitCount("12 fragments, all selected");
    delete("Load test");
    awaitCount("11 fragments, all selected");
    window.await("the bar", s -> window.says("11 fragments"));

    window.clickOn("Trash");
    awaitCount("1 fragment");
    window.click("#all");
    awaitCount("1 fragment, selected");
    assertThat(FxThread.call(() -> window.says("11 not in this list"))).isTrue();
  }

  @Test
  void the_selected_fragments_are_restored_together_with_undo() {
    delete("Load test");
    delete("Stand-up");
    delete("Retro notes");
    window.clickOn("Trash");
    awaitCount("3 fragments");
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.HOME);
    window.type(KeyCode.DOWN);
    window.type(KeyCode.SPACE);
    awaitCount("3 fragments, 1 selected");

    window.clickOn("Restore 1");
    window.await("the message", s -> window.says("Fragment restored"));
    awaitCount("2 fragments");
    Parent toast = window.labeled("Fragment restored").getParent();
    window.click(FxThread.call(() -> toast.lookup(".button")));
    awaitCount("3 fragments");
  }

  @Test
  void without_a_selection_all_are_restored() {
    delete("Load test");
    delete("Stand-up");
    window.clickOn("Trash");
    awaitCount("2 fragments");

    window.clickOn("Restore all");
    window.await("empty", s -> window.says("Trash is empty"));
    window.clickOn("All fragments");
    awaitCount("12 fragments");
  }

  @Test
  void what_was_selected_in_the_trash_is_forgotten_outside_of_it() {
    delete("Load test");
    window.clickOn("Trash");
    awaitCount("1 fragment");
    window.click("#all");
    window.clickOn("Restore 1");
    window.await("empty", s -> window.says("Trash is empty"));
    window.clickOn("All fragments");
    awaitCount("12 fragments");

    delete("Load test");
    window.clickOn("Trash");
    awaitCount("1 fragment");
  }

  private void delete(String title) {
    window.clickOn(title);
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.DELETE);
    window.await("gone", s -> !rows().contains(title));
  }

  private String rows() {
    return window.list().getItems().toString();
  }

  private void awaitCount(String text) {
    window.await(text, s -> window.find("#count", Label.class).getText().equals(text));
  }
}
