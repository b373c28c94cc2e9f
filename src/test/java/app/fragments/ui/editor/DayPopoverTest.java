package app.fragments.ui.editor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.ui.FxThread;
import atlantafx.base.controls.Calendar;
import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The popover with the date and time of a fragment.
class DayPopoverTest {
  @TempDir Path folder;
  private EditorFixture world;
  private Entry open;

  @BeforeEach
  void open() {
    world = new EditorFixture(folder);
    world.showPage();
    open = world.open("Stand-up");
    FxThread.run(() -> requireNonNull(world.find("#day", Button.class)).fire());
    FxThread.await("the popover", () -> popover().isPresent());
    FxThread.settle();
  }

  @AfterEach
  void close() {
    FxThread.run(() -> popover().ifPresent(Window::hide));
    world.close();
  }

  @Test
  void enter_applies_date_and_time() {
    type("#entryDate", "4 feb 2026");
    type("#entryTime", "1:45 pm");

    enter("#entryTime");

    assertThat(entry().date()).isEqualTo("2026-02-04");
    assertThat(entry().createdAt()).isEqualTo("2026-02-04T13:45:00Z");
    FxThread.await("closed", () -> popover().isEmpty());
    FxThread.await("saved", () -> world.editor.unsavedCount().get() == 0);
  }

  @Test
  void the_calendar_sets_the_date() {
    FxThread.run(() -> node("Calendar", Calendar.class).setValue(LocalDate.of(2026, 2, 3)));

    enter("#entryTime");

    assertThat(entry().createdAt()).isEqualTo("2026-02-03T09:30:00Z");
  }

  @Test
  void now_fills_in_the_present() {
    FxThread.run(() -> button("Now").fire());

    assertThat(FxThread.call(() -> field("#entryDate").getText())).isEqualTo("Sat 7 Feb 2026");
    assertThat(FxThread.call(() -> field("#entryTime").getText())).isEqualTo("12:00");
    FxThread.run(() -> button("Apply").fire());
    assertThat(entry().createdAt()).isEqualTo(Instant.parse("2026-02-07T12:00:00Z"));
  }

  @Test
  void an_invalid_time_is_marked_and_not_dropped() {
    type("#entryTime", "25:00");

    enter("#entryTime");

    assertThat(FxThread.call(() -> popover().isPresent())).isTrue();
    assertThat(
            FxThread.call(
                () -> field("#entryTime").getPseudoClassStates().contains(Styles.STATE_DANGER)))
        .isTrue();
    assertThat(FxThread.call(() -> popover().orElseThrow().isAutoHide())).isFalse();
    assertThat(entry()).isEqualTo(open);
    type("#entryTime", "10:00");
    enter("#entryTime");
    assertThat(entry().createdAt()).isEqualTo("2026-02-05T10:00:00Z");
  }

  @Test
  void an_invalid_date_is_marked_and_not_dropped() {
    type("#entryDate", "31 feb 20");

    enter("#entryDate");

    assertThat(
            FxThread.call(
                () -> field("#entryDate").getPseudoClassStates().contains(Styles.STATE_DANGER)))
        .isTrue();
    assertThat(FxThread.call(() -> field("#entryDate").getText())).isEqualTo("31 feb 20");
    assertThat(entry()).isEqualTo(open);
  }

  @Test
  void enter_without_a_change_changes_nothing() {
    enter("#entryTime");

    assertThat(FxThread.call(() -> world.editor.unsavedCount().get())).isZero();
    assertThat(entry()).isEqualTo(open);
  }

  private Entry entry() {
    return FxThread.call(() -> world.editor.entry().orElseThrow());
  }

  private void type(String field, String text) {
    FxThread.run(() -> field(field).setText(text));
  }

  private void enter(String field) {
    FxThread.run(
        () ->
            Event.fireEvent(
                field(field),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
  }

  private TextField field(String selector) {
    return node(selector, TextField.class);
  }

  private Button button(String text) {
    return popover().orElseThrow().getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof Button one && text.equals(one.getText()))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private <T extends Node> T node(String selector, Class<T> type) {
    return type.cast(popover().orElseThrow().getScene().getRoot().lookup(selector));
  }

  private static Optional<Popover> popover() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Popover && window.isShowing())
        .map(Popover.class::cast)
        .findFirst();
  }
}
