package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.OpenWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The periods, the chips and the count line above the list, in the real window.
class FiltersTest {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    open(100);
  }

  private void open(int textSize) {
    window =
        new OpenWindow(
            folder,
            services -> {
              Journal.fill(services.entries);
              star(services, "Load test");
              services.saveSettings(
                  services.configuration().settings().with(copy -> copy.textSize = textSize));
            });
    window.awaitRows();
  }

  private static void star(FakeUiServices services, String title) {
    services.all().stream()
        .filter(entry -> entry.title().equals(title))
        .forEach(entry -> services.entries.save(entry.withStarred(true)));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void each_filter_is_a_chip_in_the_order_they_were_added() {
    clickTag("performance");
    window.clickOn("This month");
    window.clickOn("Starred");
    window.type(KeyCode.CONTROL, KeyCode.K);
    window.write("load ");
    window.await("the chip of the word", s -> window.says("“load”"));

    assertThat(FxThread.call(this::chips))
        .containsExactly("#performance", "Feb 1 – 28", "Starred", "“load”");
    awaitCount("1 fragment");
  }

  @Test
  void a_chip_removes_its_filter_only() {
    clickTag("customers");
    window.clickOn("This month");
    awaitCount("1 fragment");

    window.click(FxThread.call(() -> cross("Feb 1 – 28")));
    awaitCount("2 fragments");
    assertThat(FxThread.call(this::chips)).containsExactly("#customers");
    window.click(FxThread.call(() -> cross("#customers")));
    awaitCount("12 fragments");
    assertThat(FxThread.call(() -> window.find("#filters", Node.class).isVisible())).isFalse();
  }

  @Test
  void all_fragments_clears_all_filters() {
    clickTag("customers");
    window.clickOn("This month");
    window.type(KeyCode.CONTROL, KeyCode.K);
    window.write("pdf ");
    window.await("the chip of the word", s -> window.says("“pdf”"));

    window.clickOn("All fragments");
    awaitCount("12 fragments");
    assertThat(FxThread.call(this::chips)).isEmpty();
    assertThat(window.text("#search")).isEmpty();
  }

  @Test
  void a_second_click_on_a_period_shows_all_days() {
    window.click("#thisWeek");
    awaitCount("10 fragments");
    assertThat(FxThread.call(this::chips)).containsExactly("Feb 2 – 8");

    window.click("#thisWeek");
    awaitCount("12 fragments");
    assertThat(FxThread.call(() -> window.find("#thisWeek", ToggleButton.class).isSelected()))
        .isFalse();
  }

  @Test
  void what_was_chosen_from_more_becomes_its_label() {
    window.clickOn("More");
    window.clickInPopup("Last month");
    awaitCount("2 fragments");
    assertThat(FxThread.call(this::chips)).containsExactly("Jan 1 – 31");

    window.clickOn("Last month");
    window.clickInPopup("All time");
    awaitCount("12 fragments");
    window.labeled("More");
  }

  @Test
  void a_range_is_typed_and_applied_with_enter() {
    openRange();
    fill("#from", "2025");
    fill("#to", "Jan 2026");
    window.inPopup(KeyCode.ENTER);

    awaitCount("2 fragments");
    assertThat(FxThread.call(this::chips)).containsExactly("Jan 1, 2025 – Jan 31, 2026");
    window.labeled("Range");
  }

  @Test
  void what_is_not_a_date_is_marked_and_stays() {
    openRange();
    fill("#from", "soon");
    window.inPopup(KeyCode.ENTER);

    TextField from = FxThread.call(() -> window.findInPopup("#from", TextField.class));
    assertThat(from.getPseudoClassStates()).contains(INVALID);
    assertThat(from.getText()).isEqualTo("soon");
    assertThat(FxThread.call(() -> window.findInPopup("#hint", Label.class).getText()))
        .contains("“soon” is not a date");
    fill("#from", "5 Feb");
    assertThat(from.getPseudoClassStates()).doesNotContain(INVALID);
    window.inPopup(KeyCode.ENTER);
    awaitCount("5 fragments");
  }

  private void openRange() {
    window.clickOn("More");
    window.clickInPopup("Range…");
    window.await(
        "the focus in the range",
        s ->
            window.findInPopup("#from", TextField.class) instanceof TextField from
                && from.isFocused()
                && from.equals(from.getScene().getFocusOwner()));
  }

  private void fill(String field, String text) {
    FxThread.run(
        () -> {
          TextField input = window.findInPopup(field, TextField.class);
          input.requestFocus();
          input.setText(text);
        });
  }

  @Test
  void a_period_is_never_shortened_and_the_chips_wrap() {
    window.close();
    open(160);
    FxThread.run(() -> window.stage.setWidth(900));
    FxThread.settle();
    openRange();
    fill("#from", "28 Dec 2025");
    fill("#to", "3 Jan 2026");
    window.inPopup(KeyCode.ENTER);
    clickTag("performance");
    FxThread.run(() -> navItem("Starred").fire());
    window.await("all chips", s -> chips().size() == 3);
    FxThread.settle();

    assertThat(FxThread.call(() -> drawnText("Dec 28, 2025 – Jan 3, 2026")))
        .isEqualTo("Dec 28, 2025 – Jan 3, 2026");
    FxThread.run(
        () -> {
          Parent pane = window.find("#filters", Parent.class);
          List<Node> chips = pane.getChildrenUnmodifiable();
          assertThat(chips.getLast().getBoundsInParent().getMinY())
              .isGreaterThanOrEqualTo(chips.getFirst().getBoundsInParent().getMaxY());
          double width = pane.getLayoutBounds().getWidth();
          assertThat(chips)
              .allSatisfy(
                  chip ->
                      assertThat(chip.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width));
        });
  }

  private String drawnText(String label) {
    return window.find("#filters", Node.class).lookupAll(".filter-chip > .label").stream()
        .map(Label.class::cast)
        .filter(it -> it.getText().equals(label))
        .map(it -> ((Text) it.lookup(".text")).getText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_count_line_says_how_many_are_selected() {
    awaitCount("12 fragments");
    window.click("#all");
    awaitCount("12 fragments, all selected");
    window.click("#all");
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.HOME);
    window.type(KeyCode.DOWN);
    window.type(KeyCode.SPACE);
    awaitCount("12 fragments, 1 selected");
  }

  @Test
  void the_oldest_can_come_first() {
    window.clickOn("Newest first");
    window.clickInPopup("Oldest first");

    window.await("the oldest day", s -> isFirstRow("2026-01-27"));
    window.clickOn("Oldest first");
    window.clickInPopup("Newest first");
    window.await("the newest day", s -> isFirstRow("2026-02-07"));
  }

  private boolean isFirstRow(String day) {
    return ((ListRow) window.list().getItems().getFirst()).date().toString().equals(day);
  }

  @Test
  void filters_without_a_match_say_so_and_can_be_cleared() {
    clickTag("retro");
    window.clickOn("Last week");

    window.await("why", s -> window.says("No fragment matches all of these filters."));
    window.clickOn("Show all fragments");
    awaitCount("12 fragments");
  }

  @Test
  void the_weave_bar_counts_what_the_list_does_not_show() {
    window.click("#all");
    clickTag("customers");
    window.await("the truth", s -> window.says("10 not in this list"));
    assertThat(FxThread.call(() -> window.says("12 fragments"))).isTrue();
    assertThat(FxThread.call(() -> window.says("Jan 27 – Feb 7, 2026"))).isTrue();
    awaitCount("2 fragments, all selected");

    window.clickOn("Show all 12");
    awaitCount("12 fragments, all selected");
    assertThat(FxThread.call(this::chips)).containsExactly("Selected");
    assertThat(FxThread.call(() -> window.says("not in this list"))).isFalse();
  }

  @Test
  void keep_only_these_deselects_the_rest_and_can_be_undone() {
    window.click("#all");
    clickTag("customers");
    window.await("the offer", s -> window.says("Keep only these 2"));
    window.clickOn("Keep only these 2");
    window.await("the message", s -> window.says("10 fragments deselected"));
    window.await("the bar", s -> !window.says("not in this list"));

    window.clickOn("Undo");
    window.await("as before", s -> window.says("10 not in this list"));
  }

  @Test
  void a_list_of_the_selected_ones_follows_the_selection_and_ends_with_it() {
    window.click("#all");
    clickTag("customers");
    window.await("the offer", s -> window.says("Show all 12"));
    window.clickOn("Show all 12");
    awaitCount("12 fragments, all selected");
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.HOME);
    window.type(KeyCode.DOWN);
    window.type(KeyCode.SPACE);
    awaitCount("11 fragments, all selected");

    window.click("#clear");
    awaitCount("12 fragments");
    assertThat(FxThread.call(this::chips)).isEmpty();
  }

  @Test
  void nothing_of_the_selection_in_the_list_offers_to_show_it_but_not_to_keep_nothing() {
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.HOME);
    window.type(KeyCode.DOWN);
    window.type(KeyCode.SPACE);
    clickTag("customers");

    window.await("the offer", s -> window.says("Show all 1"));
    assertThat(FxThread.call(() -> window.says("Keep only"))).isFalse();
  }

  private void clickTag(String tag) {
    FxThread.run(() -> navItem(tag).fire());
  }

  private Button navItem(String text) {
    return window.stage.getScene().getRoot().lookupAll(".nav-item").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private void awaitCount(String text) {
    window.await(text, s -> window.find("#count", Label.class).getText().equals(text));
  }

  private List<String> chips() {
    Node pane = window.find("#filters", Node.class);
    return pane == null
        ? List.of()
        : ((Parent) pane)
            .getChildrenUnmodifiable().stream()
                .map(chip -> ((Label) chip.lookup(".label")).getText())
                .toList();
  }

  private Node cross(String chip) {
    Set<Node> chips = window.find("#filters", Node.class).lookupAll(".filter-chip");
    return chips.stream()
        .filter(node -> ((Label) node.lookup(".label")).getText().equals(chip))
        .map(node -> node.lookup(".chip-remove"))
        .findFirst()
        .orElseThrow();
  }
}
