package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.concurrent.Worker;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.web.WebView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Shows every main state of the window and writes screenshots to `target/screens`.
class ScreensWalkTest {
  @TempDir Path folder;
  private final List<Path> shots = new ArrayList<>();
  private String look = "";

  @ParameterizedTest
  @EnumSource(
      value = Settings.Theme.class,
      names = {"LIGHT", "DARK"})
  void every_main_state_is_drawn(Settings.Theme theme) {
    look = "-" + theme.name().toLowerCase(Locale.ROOT);
    walkFullJournal(theme);
    walkEmptyJournal(theme);
    walkLargeText(theme);
    assertThat(shots).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  private void walkFullJournal(Settings.Theme theme) {
    try (OpenWindow window = open(theme, services -> Journal.fill(services.entries))) {
      window.awaitRows();
      shoot(window, "start");
      window.clickOn("Shipped the importer");
      window.await("the editor", s -> window.says("#release"));
      walkEditor(window);
      window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
      window.await("the count", s -> window.says("10 fragments, all selected"));
      shoot(window, "week");
      window.clickOn("Last week");
      window.await("the weave bar's count", s -> window.says("10 not in this list"));
      shoot(window, "not-in-list");
      window.clickOn("Show all 10");
      window.await("the selected fragments", s -> window.says("10 fragments, all selected"));
      window.click("#month");
      shots.add(window.shootPopup("month-picker" + look));
      window.type(KeyCode.ESCAPE);
      window.clickOn("All fragments");
      window.type(KeyCode.F1);
      shoot(window, "keys");
      window.type(KeyCode.ESCAPE);
      window.clickOn("Weave Fragments");
      window.await("the report", s -> isDrawn(window.find(".web-view", WebView.class)));
      shoot(window, "report");
      window.type(KeyCode.CONTROL, KeyCode.F);
      window.write("importer");
      window.await("found", s -> window.says("1 of 2"));
      shoot(window, "report-find");
      window.type(KeyCode.ESCAPE);
      window.clickOn("Jobs");
      shoot(window, "jobs");
      window.type(KeyCode.CONTROL, KeyCode.COMMA);
      shoot(window, "settings");
      FxThread.run(() -> window.find(".settings .scroll-pane", ScrollPane.class).setVvalue(0.6));
      shoot(window, "settings-jobs");
      window.type(KeyCode.SHIFT, KeyCode.F1);
      shoot(window, "about");
      window.clickOn("Read");
      shoot(window, "about-licence");
      window.type(KeyCode.ESCAPE);
      window.type(KeyCode.ESCAPE);
      window.type(KeyCode.CONTROL, KeyCode.K);
      window.write("nordwind");
      window.await("found", s -> window.says("3 fragments"));
      shoot(window, "search");
      window.write(" xyz");
      window.await("the empty state", s -> window.says("No matches"));
      shoot(window, "search-nothing");
      window.type(KeyCode.ESCAPE);
      window.clickOn("Customer call: Nordwind");
      window.await("open", s -> window.says("#customers"));
      FxThread.run(() -> window.list().requestFocus());
      window.type(KeyCode.DELETE);
      window.await("the toast", s -> window.says("Fragment deleted"));
      shoot(window, "deleted");
      window.clickOn("Trash");
      window.await("the trash", s -> window.says("Empty trash"));
      shoot(window, "trash");
      window.clickOn("All fragments");
      window.services.entries.setUnavailable(true);
      window.await("the banner", s -> window.says("Can’t reach your journal"));
      shoot(window, "away");
      window.services.entries.setUnavailable(false);
      window.await("the message that the journal is back", s -> window.says("Back online"));
      shoot(window, "back");
      window.clickOn("More");
      window.clickInPopup("Range…");
      shots.add(window.shootPopup("range" + look));
      window.type(KeyCode.ESCAPE);
      FxThread.run(() -> window.stage.setWidth(900));
      FxThread.run(() -> window.stage.setHeight(600));
      shoot(window, "narrow");
      window.clickOn("Jobs");
      window.await("the jobs", s -> window.says("Open report"));
      shoot(window, "narrow-jobs");
      window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
      shoot(window, "narrow-sidebar");
    }
  }

  private void walkEditor(OpenWindow window) {
    window.clickOn("+ tag");
    window.await("the field", s -> window.find(".tag-field", TextField.class).isFocused());
    window.write("r");
    shoot(window, "tag-field");
    shootPopup(window, "tag-suggestions");
    window.type(KeyCode.ESCAPE);
    FxThread.run(() -> window.find("#day", Button.class).fire());
    shootPopup(window, "date-and-time");
    FxThread.run(
        () ->
            Event.fireEvent(
                window.find(".nav-tag", Label.class).getParent().getParent(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.F2, false, false, false, false)));
    shootPopup(window, "tag-rename");
    FxThread.run(() -> window.find("#history", Button.class).fire());
    window.await("the history", s -> window.says("No other states yet"));
    shoot(window, "history-empty");
    window.type(KeyCode.ESCAPE);
  }

  private void shootPopup(OpenWindow window, String name) {
    shots.add(window.shootPopup(name + look));
    FxThread.run(
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(shown -> shown != window.stage)
                .forEach(Window::hide));
    FxThread.settle();
  }

  private void walkEmptyJournal(Settings.Theme theme) {
    try (OpenWindow window = open(theme, services -> {})) {
      window.await("the welcome", s -> window.says("Welcome to Fragments"));
      shoot(window, "welcome");
      window.clickOn("Add sample fragments");
      window.await("the samples", s -> window.says("Remove samples"));
      shoot(window, "samples");
    }
  }

  private void walkLargeText(Settings.Theme theme) {
    Consumer<FakeUiServices> large =
        services -> {
          Journal.fill(services.entries);
          services.saveSettings(
              services.configuration().settings().with(copy -> copy.textSize = 140));
        };
    try (OpenWindow window = open(theme, large)) {
      window.awaitRows();
      window.clickOn("Retro notes");
      window.await("the editor", s -> window.says("#retro"));
      shoot(window, "large-text");
    }
  }

  private OpenWindow open(Settings.Theme theme, Consumer<FakeUiServices> before) {
    return new OpenWindow(
        folder,
        services -> {
          services.saveSettings(Settings.DEFAULT.with(copy -> copy.theme = theme));
          before.accept(services);
        });
  }

  private static boolean isDrawn(@Nullable WebView page) {
    return page != null && page.getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED;
  }

  private void shoot(OpenWindow window, String name) {
    shots.add(window.shoot(name + look));
  }
}
