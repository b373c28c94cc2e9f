package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.OpenWindow;
import atlantafx.base.controls.Popover;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Renaming and merging tags in the sidebar of the real window.
class TagMenuTest {
  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window =
        new OpenWindow(
            folder,
            services -> {
              Journal.fill(services.entries);
              Journal.write(
                  services.entries, "2026-02-07", "08:00", "Plan", "For the #release/docs.", "");
            });
    window.awaitRows();
    window.await("the tags", s -> item("release") != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void a_tag_counts_those_below_it_and_in_the_text() {
    assertThat(FxThread.call(() -> item("release").getAccessibleText())).isEqualTo("release, 3");
  }

  @Test
  void renaming_changes_all_fragments_and_undo_changes_them_back() {
    window.clickOn("Plan");
    window.await("open", s -> window.says("Sat 7 Feb 2026, 08:00"));
    List<Entry> before = window.services.all();
    rename("release", "launch");

    window.await("renamed", s -> item("launch") != null && item("release") == null);
    assertThat(text("Plan")).isEqualTo("For the #launch/docs.");
    assertThat(window.services.all())
        .filteredOn(entry -> entry.tags().contains("launch"))
        .hasSize(2);
    window.await("the toast", s -> window.says("Renamed #release to #launch in 3 fragments"));

    window.clickOn("Undo");

    window.await("undone", s -> item("release") != null && item("launch") == null);
    assertThat(window.services.all())
        .usingElementComparatorOnFields("id", "tags", "text")
        .containsExactlyElementsOf(before);
  }

  @Test
  void the_name_of_another_tag_merges_both() {
    show("bugs");
    FxThread.run(() -> name().setText("Release"));

    assertThat(FxThread.call(() -> button().getText())).isEqualTo("Merge");
    FxThread.run(() -> button().fire());

    window.await("merged", s -> item("bugs") == null);
    assertThat(FxThread.call(() -> item("release").getAccessibleText())).isEqualTo("release, 4");
  }

  @Test
  void an_empty_name_is_marked_and_changes_nothing() {
    show("bugs");

    FxThread.run(() -> name().setText(" "));

    assertThat(FxThread.call(() -> button().isDisabled())).isTrue();
    assertThat(
            FxThread.call(
                () ->
                    popup().getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(
                            node ->
                                node instanceof Labeled label
                                    && label.getText().equals("Type a name for the tag."))))
        .isTrue();
    FxThread.run(() -> popup().hide());
  }

  private void rename(String tag, String to) {
    show(tag);
    FxThread.run(() -> name().setText(to));
    FxThread.run(() -> button().fire());
  }

  private void show(String tag) {
    FxThread.run(
        () ->
            Event.fireEvent(
                item(tag),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.F2, false, false, false, false)));
    FxThread.await("the popover", () -> popup() != null);
    FxThread.settle();
  }

  private Button item(String tag) {
    return window.stage.getScene().getRoot().lookupAll(".nav-item").stream()
        .filter(node -> node instanceof Button one && one.getText().equals(tag))
        .map(Button.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static Window popup() {
    return Window.getWindows().stream()
        .filter(shown -> shown instanceof Popover && shown.isShowing())
        .findFirst()
        .orElse(null);
  }

  private static TextField name() {
    return (TextField) node("#tagName");
  }

  private static Button button() {
    return (Button) node("#renameTag");
  }

  private static Node node(String selector) {
    return popup().getScene().getRoot().lookup(selector);
  }

  private String text(String title) {
    return window.services.all().stream()
        .filter(entry -> entry.title().equals(title))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
