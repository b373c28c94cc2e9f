package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.OpenWindow;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The calendar, its popup, and the line about this day in earlier years, in the real window.
class CalendarTest {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window =
        new OpenWindow(
            folder,
            services -> {
              Journal.fill(services.entries);
              Journal.write(services.entries, "1666-09-02", "09:00", "Fire", "It begins.", "");
              Journal.write(services.entries, "1666-09-04", "09:00", "Smoke", "It goes on.", "");
            });
    window.awaitRows();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void the_arrows_move_only_the_calendar() {
    window.click("#earlier");
    awaitMonth("January 2026");
    window.click("#later");
    window.click("#later");
    awaitMonth("March 2026");
    awaitCount("14 fragments");
  }

  @Test
  void the_wheel_moves_by_months() {
    FxThread.run(() -> scroll(window.find(".calendar", Node.class), 40));
    awaitMonth("January 2026");
    FxThread.run(() -> scroll(window.find(".calendar", Node.class), -80));
    awaitMonth("March 2026");
  }

  @Test
  void page_up_and_down_move_by_months() {
    FxThread.run(() -> window.find("#month", Button.class).requestFocus());
    window.type(KeyCode.PAGE_UP);
    awaitMonth("January 2026");
    window.type(KeyCode.PAGE_DOWN);
    awaitMonth("February 2026");
  }

  @Test
  void the_calendar_follows_the_open_fragment() {
    window.click("#earlier");
    awaitMonth("January 2026");
    window.clickOn("Retro notes");
    awaitMonth("February 2026");
  }

  @Test
  void choosing_a_month_shows_it_and_sets_the_period() {
    openPicker();
    Node february = cell("February 2026");
    assertThat(february.getAccessibleText()).isEqualTo("February 2026, 10 fragments");
    assertThat(february.getStyleClass()).contains("heat-2");
    assertThat(cell("January 2026").getStyleClass()).contains("heat-1");
    assertThat(cell("March 2026").getStyleClass()).contains("heat-0");

    window.click(cell("January 2026"));
    awaitMonth("January 2026");
    awaitCount("2 fragments");
    awaitChip("Jan 1 – 31");
  }

  @Test
  void the_picker_is_no_wider_than_the_sidebar() {
    openPicker();
    FxThread.settle();
    Bounds panel = FxThread.call(() -> onScreen(window.findInPopup(".calendar-menu", Node.class)));
    Bounds sidebar = FxThread.call(() -> onScreen(window.find(".sidebar-place", Node.class)));

    assertThat(panel.getMinX()).isGreaterThanOrEqualTo(sidebar.getMinX());
    assertThat(panel.getMaxX()).isLessThanOrEqualTo(sidebar.getMaxX());
  }

  @Test
  void keys_move_through_the_picker_and_digits_jump_to_a_year() {
    openPicker();
    window.inPopup(KeyCode.LEFT);
    assertThat(focusedMonth()).isEqualTo("January 2026");
    window.inPopup(KeyCode.LEFT);
    assertThat(focusedMonth()).isEqualTo("December 2025");
    window.inPopup(KeyCode.UP);
    assertThat(focusedMonth()).isEqualTo("September 2025");
    window.inPopup(KeyCode.PAGE_DOWN);
    assertThat(focusedMonth()).isEqualTo("September 2026");
    window.writeInPopup("1666");
    assertThat(focusedMonth()).isEqualTo("September 1666");
    FxThread.run(() -> scroll(window.findInPopup("#monthPicker", Node.class), -40));
    assertThat(focusedMonth()).isEqualTo("September 1667");
    window.inPopup(KeyCode.PAGE_UP);
    window.inPopup(KeyCode.ENTER);

    awaitMonth("September 1666");
    awaitCount("2 fragments");
    awaitChip("Sep 1 – 30, 1666");
  }

  @Test
  void the_picker_has_the_presets_too() {
    openPicker();
    window.clickInPopup("Last week");

    awaitCount("2 fragments");
    awaitChip("Jan 26 – Feb 1");
  }

  @Test
  void a_typed_date_is_shown_in_the_calendar_and_the_list() {
    openPicker();
    goTo("3 Sep 1666");
    window.inPopup(KeyCode.ENTER);

    awaitMonth("September 1666");
    window.await("the nearest day", s -> window.says("Smoke"));
    awaitCount("14 fragments");
    assertThat(FxThread.call(() -> window.stage.getScene().getFocusOwner().getUserData()))
        .hasToString("1666-09-03");
  }

  @Test
  void a_typed_date_outside_the_period_shows_all_days() {
    window.clickOn("This week");
    awaitCount("10 fragments");
    openPicker();
    goTo("2 Sep 1666");
    window.inPopup(KeyCode.ENTER);

    awaitCount("14 fragments");
    window.await("that day", s -> window.says("Fire"));
  }

  @Test
  void what_is_not_a_date_is_marked_and_stays() {
    openPicker();
    goTo("soon");
    window.inPopup(KeyCode.ENTER);

    TextField field = FxThread.call(() -> window.findInPopup("#goToDate", TextField.class));
    assertThat(field.getPseudoClassStates()).contains(INVALID);
    assertThat(field.getText()).isEqualTo("soon");
  }

  @Test
  void a_line_leads_to_this_day_in_earlier_years() {
    assertThat(FxThread.call(() -> window.find("#onThisDay", Node.class).isVisible())).isFalse();
    for (int year = 2019; year < 2025; year++) {
      Journal.write(
          window.services.entries, year + "-02-07", "10:00", "Year " + year, "Long ago.", "");
    }
    window.await("the line", s -> window.says("On this day:"));
    window.await("the rest", s -> window.says("2 earlier"));
    window.clickOn("2024");
    awaitCount("1 fragment");
    awaitChip("Wed 7 Feb 2024");
    assertThat(FxThread.call(() -> window.find("#onThisDay", Node.class).isVisible()))
        .as("only above the whole list")
        .isFalse();

    window.clickOn("All fragments");
    window.await("the line again", s -> window.says("2 earlier"));
    window.clickOn("2 earlier");
    window.clickInPopup("2019");
    awaitChip("Thu 7 Feb 2019");
  }

  @Test
  void the_sidebars_scroll_bar_does_not_move_the_calendar() {
    double before =
        FxThread.call(() -> window.find(".calendar", Node.class).getLayoutBounds().getWidth());
    FxThread.run(() -> window.stage.setHeight(500));
    FxThread.settle();

    FxThread.run(
        () -> {
          ScrollPane pane = window.find(".sidebar", ScrollPane.class);
          assertThat(window.find(".overlay-bar", Node.class).isVisible()).isTrue();
          pane.setVvalue(1);
        });
    FxThread.settle();
    assertThat(
            FxThread.call(() -> window.find(".calendar", Node.class).getLayoutBounds().getWidth()))
        .isEqualTo(before);
  }

  @Test
  void escape_closes_the_picker_also_in_the_date_field() {
    openPicker();
    window.type(KeyCode.ESCAPE);
    window.await("closed", s -> window.findInPopup("#monthPicker", Node.class) == null);

    openPicker();
    goTo("soon");
    window.type(KeyCode.ESCAPE);
    window.await("closed", s -> window.findInPopup("#monthPicker", Node.class) == null);
  }

  private void openPicker() {
    window.click("#month");
    window.await("the picker", s -> window.findInPopup("#monthPicker", Node.class) != null);
    FxThread.settle();
  }

  private void goTo(String date) {
    FxThread.run(
        () -> {
          TextField field = window.findInPopup("#goToDate", TextField.class);
          field.requestFocus();
          field.setText(date);
        });
  }

  private Node cell(String month) {
    return FxThread.call(
        () ->
            window.findInPopup("#monthPicker", Node.class).lookupAll(".month-cell").stream()
                .filter(node -> node.getAccessibleText().startsWith(month))
                .findFirst()
                .orElseThrow());
  }

  private String focusedMonth() {
    FxThread.settle();
    return FxThread.call(
        () ->
            window
                .findInPopup("#monthPicker", Node.class)
                .getScene()
                .getFocusOwner()
                .getAccessibleText()
                .replaceFirst(",.*", ""));
  }

  private void awaitMonth(String month) {
    window.await(month, s -> window.find("#month", Button.class).getText().equals(month));
  }

  private void awaitCount(String text) {
    window.await(text, s -> window.find("#count", Label.class).getText().equals(text));
  }

  private void awaitChip(String text) {
    window.await(
        text,
        s ->
            window.find(".filter-chip > .label", Label.class) instanceof Label chip
                && chip.getText().equals(text));
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  private static void scroll(Node node, double delta) {
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            0,
            0,
            0,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            delta,
            0,
            delta,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(node, 0, 0)));
  }
}
