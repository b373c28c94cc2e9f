package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clicks and types through the real window with an in-memory journal.
class WindowTest {
  private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");

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
  void a_click_on_a_row_opens_it() {
    window.clickOn("Shipped the importer");

    window.await("the text", s -> window.editorText().startsWith("Importer is live"));
  }

  @Test
  void cancel_is_the_default_when_emptying_the_trash() {
    window.clickOn("Load test");
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.DELETE);
    window.clickOn("Trash");
    window.clickOn("Empty trash…");

    Path picture = window.shootPopup("empty-trash");
    Parent dialog = FxThread.call(() -> dialog().orElseThrow());
    List<Button> buttons =
        FxThread.call(() -> dialog.lookupAll(".button").stream().map(Button.class::cast).toList());
    assertThat(buttons)
        .filteredOn(button -> FxThread.call(button::isDefaultButton))
        .extracting(Button::getText)
        .containsExactly("Cancel");
    assertThat(picture).isNotEmptyFile();
    FxThread.run(dialog.getScene().getWindow()::hide);
  }

  @Test
  void a_click_on_a_check_box_selects_the_fragment_without_opening_it() {
    clickBoxOf("Load test");

    window.await("the count", s -> window.says("12 fragments, 1 selected"));
    assertThat(window.text(".editor-title")).isEmpty();
  }

  @Test
  void a_row_has_an_accessible_text() {
    assertThat(spoken("Stand-up")).isEqualTo("Stand-up, 09:30, Thursday, 5 February 2026");
    clickBoxOf("Stand-up");
    assertThat(spoken("Stand-up")).endsWith(", selected");
    assertThat(spoken("Thu 5 Feb")).isEqualTo("Thursday, 5 February 2026, 2 fragments");
  }

  private String spoken(String row) {
    Node node = window.labeled(row);
    return FxThread.call(
        () -> {
          Node cell = node;
          while (!(cell instanceof ListCell<?>)) {
            cell = cell.getParent();
          }
          return String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        });
  }

  @Test
  void shift_click_extends_the_selection() {
    clickBoxOf("Retro notes");
    window.shiftClick("Pairing with Maria");

    window.await("the count", s -> window.says("12 fragments, 3 selected"));
  }

  @Test
  void the_check_box_of_a_day_selects_the_day_and_the_top_one_selects_all() {
    window.click(boxBeside(window.labeled("Wed 4 Feb")));
    window.await("the day", s -> window.says("12 fragments, 3 selected"));

    window.click("#all");
    window.await("all", s -> window.says("12 fragments, all selected"));

    window.click("#all");
    window.await("none", s -> !window.says("selected"));
  }

  @Test
  void the_list_works_by_keyboard() {
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.HOME);
    window.type(KeyCode.DOWN);
    window.await(
        "the first fragment open",
        s -> window.find(".editor-title", TextInputControl.class).getText().equals("Retro notes"));
    window.type(KeyCode.SPACE);
    window.await("the selected row", s -> window.says("12 fragments, 1 selected"));
    window.type(KeyCode.SHIFT, KeyCode.DOWN);
    window.type(KeyCode.SHIFT, KeyCode.DOWN);
    window.await("the extended selection", s -> window.says("12 fragments, 2 selected"));
    window.type(KeyCode.CONTROL, KeyCode.A);
    window.await("all", s -> window.says("12 fragments, all selected"));
  }

  @Test
  void search_finds_text_beyond_the_excerpt_and_keeps_the_selection() {
    clickBoxOf("Load test");
    window.type(KeyCode.CONTROL, KeyCode.K);
    window.write("Jonas");

    window.await("the match count", s -> window.says("1 fragment"));
    window.await("the row", s -> window.says("Shipped the importer"));
    window.type(KeyCode.ESCAPE);
    window.await(
        "all rows, with the row still selected", s -> window.says("12 fragments, 1 selected"));
  }

  @Test
  void a_search_without_matches_offers_to_clear_it() {
    window.type(KeyCode.CONTROL, KeyCode.K);
    window.write("xylophone");

    window.await("the empty state", s -> window.says("No matches"));
    window.clickOn("Clear search");
    window.await("all rows again", s -> window.says("Retro notes"));
  }

  @Test
  void a_new_fragment_is_saved_when_typing_pauses() {
    window.type(KeyCode.CONTROL, KeyCode.N);
    window.write("Called Halden");
    window.type(KeyCode.ENTER);
    window.write("They will test on Monday.");

    window.await("saved", s -> window.says("Saved"));
    assertThat(window.services.all())
        .filteredOn(entry -> entry.title().equals("Called Halden"))
        .singleElement()
        .returns("They will test on Monday.", Entry::text)
        .returns("2026-02-07", entry -> entry.date().toString());
    window.await("in the list", s -> window.says("13"));
  }

  @Test
  void an_empty_new_fragment_is_not_saved() {
    int before = window.services.all().size();
    window.type(KeyCode.CONTROL, KeyCode.N);
    window.clickOn("Retro notes");
    window.await("the other one", s -> window.editorText().startsWith("What slowed us"));

    assertThat(window.services.all().size()).isEqualTo(before);
  }

  @Test
  void undo_is_limited_to_the_open_fragment() {
    window.clickOn("Retro notes");
    window.await("the first", s -> window.editorText().startsWith("What slowed us"));
    window.clickOn("Stand-up");
    window.await("the second", s -> window.editorText().startsWith("Blocked"));
    window.click(".editor-text");
    window.type(KeyCode.CONTROL, KeyCode.END);
    window.write("!");
    window.type(KeyCode.CONTROL, KeyCode.Z);
    window.type(KeyCode.CONTROL, KeyCode.Z);

    assertThat(FxThread.call(window::editorText))
        .isEqualTo("Blocked on the staging database until noon.");
  }

  @Test
  void deleting_offers_undo() {
    window.clickOn("Stand-up");
    window.await("open", s -> window.editorText().startsWith("Blocked"));
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.DELETE);

    window.await(
        "the deleted row",
        s -> window.says("Fragment deleted") && window.list().getItems().size() == 19);
    window.clickOn("Undo");
    window.await("back", s -> window.list().getItems().size() == 20);
  }

  @Test
  void text_typed_during_an_outage_is_saved_afterwards() {
    window.clickOn("Stand-up");
    window.await("open", s -> window.editorText().startsWith("Blocked"));
    window.services.entries.setUnavailable(true);
    window.click(".editor-text");
    window.type(KeyCode.CONTROL, KeyCode.END);
    window.write(" More.");

    window.await(
        "the message", s -> window.says("Not saved") && window.says("Can’t reach your journal"));
    window.services.entries.setUnavailable(false);
    window.await("saved", s -> !window.says("Can’t reach your journal"));
    window.await("stored", s -> stored("Stand-up").endsWith(" More."));
  }

  @Test
  void entries_of_another_process_appear() {
    Journal.write(window.services.entries, "2026-02-07", "11:59", "From a terminal", "Hello", "");

    window.await("the row", s -> window.says("From a terminal"));
  }

  @Test
  void the_theme_switches_at_once_and_is_saved() {
    String light = FxThread.call(() -> window.stage.getScene().getStylesheets().getFirst());
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);

    window.await("dark", s -> !s.getScene().getStylesheets().getFirst().equals(light));
    assertThat(window.services.configuration().settings().theme()).isEqualTo(Settings.Theme.DARK);
  }

  @Test
  void in_a_narrow_window_the_sidebar_is_an_overlay() {
    FxThread.run(() -> window.stage.setWidth(960));
    window.await("the hidden sidebar", s -> !window.says("All fragments"));
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    window.await("the sidebar overlay", s -> window.says("All fragments"));
    window.type(KeyCode.ESCAPE);
    window.await("the hidden sidebar again", s -> !window.says("All fragments"));
  }

  @Test
  void a_click_in_the_calendar_filters_by_day() {
    Node day = dayOf("Thursday, 5 February 2026");
    window.click(day);

    window.await("two of that day", s -> window.list().getItems().size() == 3);
    assertThat(day.getAccessibleText()).endsWith("2 fragments");
  }

  private Node dayOf(String spoken) {
    return FxThread.call(
        () ->
            window.stage.getScene().getRoot().lookupAll(".calendar-day").stream()
                .filter(node -> node.getAccessibleText().startsWith(spoken))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void day_names_change_at_midnight() {
    window.await("today", s -> window.says("Sat 7 Feb · today"));
    window.services.now = Instant.parse("2026-02-08T06:00:00Z");

    window.await("yesterday", s -> window.says("Sat 7 Feb · yesterday"));
    window.await(
        "today in the calendar",
        s ->
            s.getScene().getRoot().lookupAll(".calendar-day").stream()
                .filter(day -> day.getPseudoClassStates().contains(TODAY))
                .anyMatch(day -> day.getAccessibleText().startsWith("Sunday, 8 February 2026")));

    window.click(dayOf("Thursday, 5 February 2026"));
    window.await(
        "the chosen day",
        s -> window.find(".filter-chip .label", Label.class).getText().equals("Thu 5 Feb"));
    window.services.now = Instant.parse("2027-01-01T06:00:00Z");
    window.await(
        "the year in its name",
        s -> window.find(".filter-chip .label", Label.class).getText().equals("Thu 5 Feb 2026"));
  }

  @Test
  void a_tag_keeps_the_focus_when_it_is_selected_and_when_it_moves() {
    Button tag =
        FxThread.call(
            () ->
                window.stage.getScene().getRoot().lookupAll(".nav-item").stream()
                    .filter(node -> node instanceof Button item && item.getText().equals("bugs"))
                    .map(Button.class::cast)
                    .findFirst()
                    .orElseThrow());
    FxThread.run(tag::requestFocus);
    FxThread.run(tag::fire);
    window.await("one is shown", s -> window.list().getItems().size() == 2);
    assertThat(FxThread.call(tag::isFocused)).isTrue();

    for (int i = 0; i < 3; i++) {
      Journal.write(window.services.entries, "2026-02-07", "11:5" + i, "Bug", "Ugly", "bugs");
    }
    window.await(
        "the tag to be first", s -> tag.getParent().getChildrenUnmodifiable().getFirst() == tag);
    assertThat(FxThread.call(tag::isFocused)).isTrue();
  }

  @Test
  void tab_stays_within_an_overlay() {
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.CONTROL, KeyCode.COMMA);
    window.await("the focus in Settings", s -> isFocusIn("settings"));
    Set<Node> forwards = new HashSet<>();
    Set<Node> backwards = new HashSet<>();
    do {
      assertThat(FxThread.call(() -> isFocusIn("settings"))).isTrue();
      forwards.add(FxThread.call(() -> window.stage.getScene().getFocusOwner()));
      window.type(KeyCode.TAB);
    } while (!forwards.contains(FxThread.call(() -> window.stage.getScene().getFocusOwner())));
    do {
      assertThat(FxThread.call(() -> isFocusIn("settings"))).isTrue();
      backwards.add(FxThread.call(() -> window.stage.getScene().getFocusOwner()));
      window.type(KeyCode.SHIFT, KeyCode.TAB);
    } while (!backwards.contains(FxThread.call(() -> window.stage.getScene().getFocusOwner())));

    assertThat(forwards).hasSizeGreaterThan(10).isEqualTo(backwards);
    window.type(KeyCode.ESCAPE);
    assertThat(FxThread.call(() -> window.list().isFocused())).isTrue();
  }

  private boolean isFocusIn(String styleClass) {
    Node node = window.stage.getScene().getFocusOwner();
    while (node != null && !node.getStyleClass().contains(styleClass)) {
      node = node.getParent();
    }
    return node != null;
  }

  @Test
  void selected_fragments_become_a_report_in_the_sidebar() {
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    window.await("the week to be selected", s -> window.says("10 fragments, all selected"));
    window.type(KeyCode.CONTROL, KeyCode.ENTER);

    window.await("the report", s -> window.says("10 fragments") && window.says("Feb 2 – 7"));
    window.await("the report in the sidebar", s -> window.says("Reports"));
  }

  @Test
  void the_sidebars_reports_have_their_year_after_new_year() {
    weaveThisWeek();
    window.await("the report", s -> reportsInSidebar().contains("Weekly · Feb 2 – 7"));
    window.services.now = Instant.parse("2027-01-01T06:00:00Z");

    window.await("the year", s -> reportsInSidebar().contains("Weekly · Feb 2 – 7, 2026"));
  }

  private List<String> reportsInSidebar() {
    return window.find("#reportList", Node.class).lookupAll(".nav-name").stream()
        .map(OpenWindow::words)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {".editor-title", ".editor-text"})
  void the_weave_shortcut_works_in_the_editor(String place) {
    window.clickOn("Stand-up");
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    window.await("the week to be selected", s -> window.says("10 fragments, all selected"));
    window.click(place);
    window.type(KeyCode.CONTROL, KeyCode.ENTER);

    window.await("the report in the sidebar", s -> window.says("Reports"));
  }

  @Test
  void back_returns_to_the_report_after_a_citation() {
    window.clickOn("Load test");
    window.await("open", s -> window.editorText().startsWith("900"));
    weaveThisWeek();
    window.await("its citations", s -> hasLink("fragment:1"));
    FxThread.run(() -> follow("fragment:1"));
    window.await("the cited fragment", s -> isOn("#fragmentTab") && !isOpen("Load test"));

    window.clickOn("Back to Weekly Progress Report");

    window.await("the fragment that was open", s -> isOpen("Load test"));
    assertThat(FxThread.call(() -> isOn("#reportTab"))).isTrue();
  }

  @Test
  void a_click_or_enter_on_the_row_of_the_open_fragment_shows_it_again() {
    window.clickOn("Stand-up");
    window.await("open", s -> window.editorText().startsWith("Blocked"));

    window.type(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("jobs", s -> isOn("#jobsTab"));
    window.clickOn("Stand-up");
    window.await("the fragment", s -> isOn("#fragmentTab"));

    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.type(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(FxThread.call(() -> isOn("#jobsTab"))).as("Ctrl+Enter weaves instead").isTrue();
    window.type(KeyCode.ENTER);
    window.await("the fragment again", s -> isOn("#fragmentTab"));
  }

  @Test
  void saving_does_not_change_the_page() {
    window.type(KeyCode.CONTROL, KeyCode.N);
    window.write("Called Halden");
    window.type(KeyCode.CONTROL, KeyCode.DIGIT3);

    window.await("in the list", s -> window.says("Called Halden"));
    FxThread.settle();
    assertThat(FxThread.call(() -> isOn("#jobsTab"))).isTrue();
  }

  private void weaveThisWeek() {
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    window.await("the week to be selected", s -> window.says("10 fragments, all selected"));
    window.type(KeyCode.CONTROL, KeyCode.ENTER);
    window.await("the report", s -> isOn("#reportTab"));
  }

  private boolean isOn(String tab) {
    return window.find(tab, ToggleButton.class).isSelected();
  }

  private boolean isOpen(String title) {
    return window.find(".editor-title", TextInputControl.class).getText().equals(title);
  }

  private boolean hasLink(String address) {
    WebView page = window.find(".web-view", WebView.class);
    return page != null
        && Boolean.TRUE.equals(
            page.getEngine()
                .executeScript("!!document.querySelector(\"a[href='" + address + "']\")"));
  }

  private void follow(String address) {
    window
        .find(".web-view", WebView.class)
        .getEngine()
        .executeScript("document.querySelector(\"a[href='" + address + "']\").click()");
  }

  @Test
  void a_conflicting_edit_is_kept_as_another_version() {
    window.clickOn("Stand-up");
    window.await("open", s -> window.editorText().startsWith("Blocked"));
    window.services.entries.save(entry("Stand-up").withText("Stand-up", "Theirs"));
    window.click(".editor-text");
    window.type(KeyCode.CONTROL, KeyCode.END);
    window.write(" Mine.");

    window.await("both versions", s -> stored("Stand-up (other version)").equals("Theirs"));
    assertThat(stored("Stand-up")).endsWith(" Mine.");
  }

  @Test
  void an_unedited_open_fragment_shows_changes_by_others() {
    window.clickOn("Stand-up");
    window.await("open", s -> window.editorText().startsWith("Blocked"));
    window.services.entries.save(entry("Stand-up").withText("Stand-up", "Theirs"));

    window.await("their text", s -> window.editorText().equals("Theirs"));
  }

  @Test
  void closing_saves_pending_edits() {
    window.clickOn("Stand-up");
    window.await("open", s -> window.editorText().startsWith("Blocked"));
    window.click(".editor-text");
    window.type(KeyCode.CONTROL, KeyCode.END);
    window.write(" Bye.");
    window.close();

    assertThat(stored("Stand-up")).endsWith(" Bye.");
  }

  @Test
  void closing_asks_before_text_is_lost_that_can_be_saved_nowhere() throws IOException {
    window.clickOn("Stand-up");
    window.await("open", s -> window.editorText().startsWith("Blocked"));
    Path blocked = Files.createFile(window.services.dataFolder().resolve("recovery"));
    window.services.entries.setUnavailable(true);
    window.click(".editor-text");
    window.type(KeyCode.CONTROL, KeyCode.END);
    window.write(" Bye.");
    window.await("the warning", s -> window.says("Not saved: the disk may be full"));
    Path picture = window.shoot("at-risk");

    FxThread.run(() -> window.stage.fireEvent(closeRequest()));
    FxThread.await("the question", () -> dialog().isPresent());
    Path question = window.shootPopup("close-at-risk");
    FxThread.run(() -> dialog().orElseThrow().getScene().getWindow().hide());
    assertThat(FxThread.call(window.stage::isShowing)).isTrue();
    assertThat(List.of(picture, question)).allSatisfy(shot -> assertThat(shot).isNotEmptyFile());

    Files.delete(blocked);
    window.services.entries.setUnavailable(false);
    window.await("saved", s -> stored("Stand-up").endsWith(" Bye."));
  }

  private WindowEvent closeRequest() {
    return new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST);
  }

  private Optional<Parent> dialog() {
    return Window.getWindows().stream()
        .filter(shown -> shown != window.stage && shown.isShowing())
        .map(shown -> shown.getScene().getRoot())
        .findFirst();
  }

  @Test
  void a_failed_settings_save_shows_a_toast_and_does_not_block_closing() {
    window.clickOn("Stand-up");
    window.await("open", s -> window.editorText().startsWith("Blocked"));
    window.click(".editor-text");
    window.type(KeyCode.CONTROL, KeyCode.END);
    window.write(" Bye.");
    window.services.settingsReadOnly = true;

    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    window.await("the message", s -> window.says("Couldn’t save the settings"));
    window.close();

    assertThat(stored("Stand-up")).endsWith(" Bye.");
  }

  private Entry entry(String title) {
    return window.services.all().stream()
        .filter(entry -> entry.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private String stored(String title) {
    return window.services.all().stream()
        .filter(entry -> entry.title().equals(title))
        .map(Entry::text)
        .findFirst()
        .orElse("");
  }

  private void clickBoxOf(String title) {
    window.click(boxBeside(window.labeled(title)));
    FxThread.settle();
  }

  private static Node boxBeside(Node label) {
    return FxThread.call(
        () -> {
          Node node = label;
          while (!List.of("fragment-row", "day-row").stream()
              .anyMatch(node.getStyleClass()::contains)) {
            node = node.getParent();
          }
          return node.lookup(".row-check-box");
        });
  }
}
