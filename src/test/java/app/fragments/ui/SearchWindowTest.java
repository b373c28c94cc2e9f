package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.settings.Settings;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Searches in the real window.
class SearchWindowTest {
  @TempDir java.nio.file.Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window =
        new OpenWindow(
            folder,
            services -> {
              Journal.fill(services.entries);
              Journal.write(
                  services.entries,
                  "2026-01-20",
                  "18:10",
                  "Numbers for the load test",
                  "What the **load test** should show: 800 requests a second for 15 minutes, with"
                      + " 50,000 finished jobs in the database, and nobody who watches it.",
                  "performance/goals");
              Journal.write(
                  services.entries,
                  "2026-01-15",
                  "10:00",
                  "Exercises",
                  """
                  The exercises of this week, and what they were for.

                  - [ ] One Übung for the back, before breakfast
                  - [x] Another **uebung**, with Maria

                  #stretching helped. The UBUNGEN end on Friday.
                  """,
                  "");
            });
    window.awaitRows();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void search(String query) {
    FxThread.run(
        () -> {
          TextField field = window.find("#search", TextField.class);
          field.requestFocus();
          field.setText(query);
          field.end();
        });
  }

  private void awaitFound(String count) {
    window.await(count, s -> window.says(count));
    FxThread.settle();
  }

  private List<String> chips() {
    return FxThread.call(
        () ->
            window.stage.getScene().getRoot().lookupAll(".filter-chip .label").stream()
                .map(OpenWindow::words)
                .filter(text -> !text.isEmpty())
                .toList());
  }

  @Test
  void results_show_the_matches_in_context_and_a_chip_for_each_part() {
    search("tag:performance \"load test\" -staging");
    awaitFound("2 fragments");

    assertThat(chips()).containsExactly("#performance", "“load test”", "without “staging”");
    assertThat(FxThread.call(() -> window.says("What the load test should show"))).isTrue();
    assertThat(FxThread.call(() -> window.says("Wed 4 Feb"))).isTrue();
    assertThat(marks()).isGreaterThanOrEqualTo(3);
    window.shoot("search-results-light");
    window.theme(Settings.Theme.DARK);
    FxThread.run(() -> window.find("#theme", Button.class).fire());
    window.shoot("search-results-dark");
  }

  private long marks() {
    return FxThread.call(
        () ->
            window.stage.getScene().getRoot().lookupAll(".search-mark").stream()
                .filter(node -> node instanceof Path path && !path.getElements().isEmpty())
                .count());
  }

  @Test
  void removing_a_chip_removes_the_part_from_the_query() {
    search("tag:performance \"load test\" -nothing");
    awaitFound("2 fragments");
    Node remove =
        FxThread.call(
            () -> window.stage.getScene().getRoot().lookupAll(".chip-remove").iterator().next());

    window.click(remove);

    window.await(
        "the shorter query",
        s -> window.find("#search", TextField.class).getText().equals("\"load test\" -nothing"));
    assertThat(chips()).containsExactly("“load test”", "without “nothing”");
  }

  @Test
  void the_newest_can_come_first_with_their_days() {
    search("load");
    awaitFound("2 fragments");
    assertThat(FxThread.call(() -> window.list().getItems().size())).isEqualTo(2);

    window.clickOn("Best match");
    window.clickInPopup("Newest first");

    window.await("rows by day", s -> window.list().getItems().size() == 4);
    assertThat(FxThread.call(() -> window.find("#order", Button.class).getText()))
        .isEqualTo("Newest first");
  }

  @Test
  void enter_opens_the_first_result_even_before_it_is_there_and_the_focus_stays() {
    search("incident");
    window.type(KeyCode.ENTER);

    window.await("the text", s -> window.says("Root cause was a missing index on leased_at."));
    window.await(
        "the title",
        s ->
            window
                .find(".editor-title", TextInputControl.class)
                .getText()
                .equals("Read the incident report"));
    assertThat(FxThread.call(() -> window.find("#search", TextField.class).isFocused())).isTrue();
  }

  @Test
  void down_moves_to_the_results() {
    search("load");
    awaitFound("2 fragments");
    window.type(KeyCode.DOWN);

    assertThat(FxThread.call(() -> window.list().isFocused())).isTrue();
    assertThat(FxThread.call(() -> window.list().getSelectionModel().getSelectedIndex())).isZero();
  }

  @Test
  void escape_returns_to_the_whole_list() {
    int before = FxThread.call(() -> window.list().getItems().size());
    search("load");
    awaitFound("2 fragments");
    window.type(KeyCode.ESCAPE);

    window.await("all rows", s -> window.list().getItems().size() == before);
    assertThat(FxThread.call(() -> window.says("Best match"))).isFalse();
  }

  @Test
  void a_misspelled_query_offers_another_one() {
    search("imprter");
    window.await("the suggestion", s -> window.says("Did you mean “importer”?"));
    window.shoot("search-did-you-mean");
    window.clickOn("Did you mean “importer”?");

    awaitFound("1 fragment");
    assertThat(window.text("#search")).isEqualTo("importer");
  }

  @Test
  void what_somebody_else_writes_appears_in_the_results() {
    search("zebra");
    window.await("nothing", s -> window.says("No matches"));

    Entry zebra = Journal.write(window.services.entries, "2026-02-06", "10:00", "", "A zebra.", "");

    awaitFound("1 fragment");
    FxThread.run(() -> window.services.entries.trash(FakeUiServices.USER, List.of(zebra.id())));
    window.await("nothing again", s -> window.says("No matches"));
  }

  @Test
  void ticks_of_results_stay_when_the_search_ends() {
    search("load");
    awaitFound("2 fragments");
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.CONTROL, KeyCode.A);
    window.click("#clearSearch");

    window.await("the count", s -> window.says("14 fragments, 2 selected"));
  }

  /// On the FX thread.
  private String findBar() {
    return window.find(".find-bar", Node.class).isVisible()
        ? window.find(".find-field", TextField.class).getText()
            + ": "
            + window.find(".find-count", Label.class).getText()
        : "";
  }

  private void awaitFindBar(String words) {
    window.await("the find bar with " + words, s -> findBar().equals(words));
    FxThread.settle();
  }

  private List<String> hits(String style) {
    return FxThread.call(
        () ->
            window.stage.getScene().getRoot().lookupAll(style).stream()
                .map(OpenWindow::words)
                .toList());
  }

  @Test
  void the_opened_fragment_has_its_matches_marked_as_the_search_found_them() {
    search("übung");
    awaitFound("1 fragment");
    window.type(KeyCode.ENTER);

    awaitFindBar("übung: 1 of 3");
    assertThat(hits(".md-hit")).containsExactly("uebung", "UBUNGEN");
    assertThat(hits(".md-current-hit")).containsExactly("Übung");
    assertThat(FxThread.call(() -> window.find("#search", TextField.class).isFocused())).isTrue();
    window.shoot("search-opened-light");

    window.click(FxThread.call(() -> button("Next match (Enter)")));
    awaitFindBar("übung: 2 of 3");
    assertThat(hits(".md-current-hit")).containsExactly("uebung");
    window.click(FxThread.call(() -> button("Previous match (Shift+Enter)")));
    window.click(FxThread.call(() -> button("Previous match (Shift+Enter)")));
    awaitFindBar("übung: 3 of 3");
    window.theme(Settings.Theme.DARK);
    FxThread.run(() -> window.find("#theme", Button.class).fire());
    window.shoot("search-opened-dark");
  }

  private Node button(String name) {
    return window.stage.getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> name.equals(node.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_marks_go_with_the_search_or_with_the_find_bar() {
    search("übung");
    window.type(KeyCode.ENTER);
    awaitFindBar("übung: 1 of 3");

    window.type(KeyCode.ESCAPE);
    awaitFindBar("");
    assertThat(hits(".md-hit")).isEmpty();

    search("#stretching");
    window.type(KeyCode.ENTER);
    awaitFindBar("#stretching: 1 of 1");
    window.click(FxThread.call(() -> button("Close (Escape)")));
    awaitFindBar("");
    assertThat(window.text("#search")).isEqualTo("#stretching");
    awaitFound("1 fragment");
  }

  @Test
  void the_arrows_go_through_the_results_and_the_focus_stays_there() {
    search("load");
    awaitFound("2 fragments");
    window.type(KeyCode.DOWN);
    window.type(KeyCode.DOWN);
    awaitFindBar("load: 1 of 1");
    assertThat(FxThread.call(() -> window.list().isFocused())).isTrue();

    window.type(KeyCode.UP);
    // "Load test" has the word in its title only
    awaitFindBar("");
    assertThat(FxThread.call(() -> window.list().isFocused())).isTrue();
  }

  @Test
  void a_word_typed_into_the_find_bar_is_looked_for_as_it_is_written() {
    search("übung");
    window.type(KeyCode.ENTER);
    awaitFindBar("übung: 1 of 3");

    FxThread.run(() -> window.find(".find-field", TextField.class).setText("UEBUNG"));
    awaitFindBar("UEBUNG: 1 of 1");
  }

  @Test
  void the_trash_can_be_searched() {
    Entry gone =
        Journal.write(window.services.entries, "2026-02-06", "10:00", "", "A zebra, gone.", "");
    FxThread.run(() -> window.services.entries.trash(FakeUiServices.USER, List.of(gone.id())));
    search("zebra");
    window.await("nothing", s -> window.says("No matches"));

    window.clickOn("Trash");

    awaitFound("1 fragment");
    assertThat(FxThread.call(() -> window.says("A zebra, gone."))).isTrue();
    FxThread.run(() -> window.find("#search", TextField.class).requestFocus());
    window.type(KeyCode.ENTER);
    awaitFindBar("zebra: 1 of 1");
  }
}
