package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keyboard alone suffices, and the focus is always visible.
class KeyboardTest {
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
  void tab_follows_the_reading_order_and_always_shows_the_focus() {
    FxThread.run(() -> window.find("#write", Node.class).requestFocus());
    boolean calendar = false;
    boolean list = false;
    int step = 0;
    while (!list) {
      assertThat(step++).as("steps to the list").isLessThan(60);
      window.type(KeyCode.TAB);
      Node focused = FxThread.call(() -> window.stage.getScene().getFocusOwner());
      assertThat(FxThread.call(focused::isFocusVisible)).as(focused.toString()).isTrue();
      list = focused instanceof ListView<?>;
      calendar |= focused.getStyleClass().contains("calendar-day");
    }
    assertThat(calendar).as("the calendar comes before the list").isTrue();
    assertThat(FxThread.call(() -> window.list().getSelectionModel().getSelectedIndex()))
        .as("a row shows the focus")
        .isZero();
  }

  @Test
  void the_focused_day_of_the_calendar_and_row_of_the_list_are_outlined() {
    Button day =
        FxThread.call(
            () ->
                window.stage.getScene().getRoot().lookupAll(".calendar-day").stream()
                    .map(Button.class::cast)
                    .filter(Button::isFocusTraversable)
                    .findFirst()
                    .orElseThrow());
    FxThread.run(day::requestFocus);
    window.type(KeyCode.RIGHT);
    Button next = (Button) FxThread.call(() -> window.stage.getScene().getFocusOwner());
    assertThat(next).isNotSameAs(day);
    assertThat(FxThread.call(() -> next.getBorder().getStrokes().getFirst().getTopStroke()))
        .isNotEqualTo(FxThread.call(() -> day.getBorder().getStrokes().getFirst().getTopStroke()));
  }

  @Test
  void f1_and_the_question_mark_open_the_shortcuts_and_escape_closes_them() {
    window.type(KeyCode.F1);
    window.await("the shortcuts", s -> window.says("Keyboard shortcuts"));
    assertThat(window.says("Larger text")).isTrue();
    window.type(KeyCode.ESCAPE);
    window.await("closed", s -> !window.says("Keyboard shortcuts"));

    Node help = FxThread.call(() -> window.find("#help", Node.class));
    window.click(help);
    window.await("the shortcuts", s -> window.says("Keyboard shortcuts"));
    window.type(KeyCode.ESCAPE);
    window.await("closed again", s -> !window.says("Keyboard shortcuts"));
  }

  @Test
  void control_and_a_digit_show_the_tabs() {
    window.type(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("the jobs", s -> window.says("No jobs yet"));
    window.type(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.await("the report", s -> window.says("No report yet"));
    window.type(KeyCode.CONTROL, KeyCode.DIGIT1);
    window.await("the fragment", s -> window.says("No fragment open"));
  }

  @Test
  void back_says_where_it_leads_and_alt_right_undoes_it() {
    window.clickOn("Retro notes");
    window.await("open", s -> window.says("#retro"));
    Node jobs = FxThread.call(() -> window.find("#jobs", Node.class));
    window.click(jobs);
    window.await("the jobs, and the way back", s -> window.says("Back to Retro notes"));

    window.type(KeyCode.ALT, KeyCode.LEFT);
    window.await("the fragment, no way back", s -> !window.says("Back to"));
    assertThat(window.says("#retro")).isTrue();
    window.type(KeyCode.ALT, KeyCode.RIGHT);
    window.await("the jobs again", s -> window.says("No jobs yet") && window.says("Back to"));
  }

  @Test
  void escape_closes_the_range_popover_whatever_has_the_focus_in_it() {
    window.clickOn("More");
    window.clickInPopup("Range…");
    window.await(
        "the focus in the date field",
        s ->
            window.findInPopup("#from", TextField.class) instanceof TextField from
                && from.isFocused());
    window.await("the popover alone", s -> popups() == 1);
    window.type(KeyCode.ESCAPE);

    window.await("closed", s -> popups() == 0);
  }

  @Test
  void escape_closes_the_day_popover_while_the_focus_is_in_the_date_field() {
    window.clickOn("Retro notes");
    window.await("open", s -> window.says("#retro"));
    window.click("#day");
    window.await(
        "the focus in the date field",
        s ->
            window.findInPopup("#entryDate", TextField.class) instanceof TextField date
                && date.isFocused());
    window.type(KeyCode.ESCAPE);

    window.await("closed", s -> popups() == 0);
  }

  private static long popups() {
    return Window.getWindows().stream()
        .filter(shown -> shown instanceof PopupWindow && shown.isShowing())
        .count();
  }

  @Test
  void control_plus_minus_and_zero_change_the_text_size() {
    window.type(KeyCode.CONTROL, KeyCode.EQUALS);
    window.type(KeyCode.CONTROL, KeyCode.ADD);
    window.await("larger", s -> textSize() == 120);
    window.type(KeyCode.CONTROL, KeyCode.MINUS);
    window.await("smaller", s -> textSize() == 110);
    window.type(KeyCode.CONTROL, KeyCode.DIGIT0);
    window.await("normal", s -> textSize() == 100);
    for (int i = 0; i < 9; i++) {
      window.type(KeyCode.CONTROL, KeyCode.EQUALS);
    }
    window.await("the largest", s -> textSize() == 160);
  }

  private int textSize() {
    return window.services.configuration().settings().textSize();
  }
}
