package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.concurrent.Worker;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.web.WebView;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In the smallest window and with the largest text, no text is cut without an ellipsis and a
/// tooltip. Walks through the screens.
class CutTextsTest {
  @TempDir Path folder;
  private final List<String> cut = new ArrayList<>();
  private OpenWindow window;
  private String look = "";

  @ParameterizedTest
  @CsvSource({"160, 900, 600", "160, 1440, 900", "100, 900, 600"})
  void no_text_is_cut(int textSize, int width, int height) {
    look = "-%d-%d".formatted(textSize, width);
    try (OpenWindow opened = open(textSize, width, height, true)) {
      window = opened;
      window.awaitRows();
      check("start");
      list();
      editor();
      report();
      overlays();
      trash();
      outage();
    }
    try (OpenWindow opened = open(textSize, width, height, false)) {
      window = opened;
      window.await("the welcome", s -> window.says("Welcome to Fragments"));
      check("welcome");
      fireLabeled("Add sample fragments");
      window.await("the samples", s -> window.says("Remove samples"));
      check("samples");
    }
    assertThat(cut).isEmpty();
  }

  private OpenWindow open(int textSize, int width, int height, boolean filled) {
    OpenWindow opened =
        new OpenWindow(
            folder,
            services -> {
              services.saveSettings(Settings.DEFAULT.with(copy -> copy.textSize = textSize));
              if (filled) {
                Journal.fill(services.entries);
                Journal.write(
                    services.entries,
                    "2026-02-07",
                    "09:00",
                    "Rechtsschutzversicherungsgesellschaften and what they said about us",
                    "Text",
                    "averylongtagthatneverends/andhasanotherone");
              }
            });
    FxThread.run(
        () -> {
          opened.stage.setWidth(width);
          opened.stage.setHeight(height);
        });
    FxThread.settle();
    return opened;
  }

  private void list() {
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    window.await("the week", s -> window.says("11 fragments, all selected"));
    check("selected");
    fire("#lastWeek");
    window.await("the rest", s -> window.says("11 not in this list"));
    check("not-in-list");
    fire("#more");
    checkPopup("more");
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    FxThread.settle();
    check("sidebar");
    fire("#month");
    checkPopup("month");
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    window.type(KeyCode.CONTROL, KeyCode.K);
    window.write("tag:performance \"a phrase of words\" -without ");
    window.await("nothing", s -> window.says("No matches"));
    check("no-matches");
    window.type(KeyCode.ESCAPE);
  }

  private void editor() {
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.HOME);
    window.type(KeyCode.DOWN);
    window.await("a fragment", s -> !window.editorText().isEmpty());
    check("editor");
    fire("#day");
    checkPopup("day");
    fire("#history");
    window.await("the history", s -> window.says("No other states yet"));
    check("history");
    window.type(KeyCode.ESCAPE);
  }

  private void report() {
    window.type(KeyCode.CONTROL, KeyCode.ENTER);
    window.await("the report", s -> isDrawn(window.find(".web-view", WebView.class)));
    check("report");
    fireLabeled("Jobs");
    FxThread.settle();
    check("jobs");
  }

  private static boolean isDrawn(WebView page) {
    return page != null && page.getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED;
  }

  private void overlays() {
    window.type(KeyCode.CONTROL, KeyCode.COMMA);
    window.await("the settings", s -> window.find("#larger", Button.class) != null);
    check("settings");
    for (double at = 0.25; at <= 1; at += 0.25) {
      double value = at;
      FxThread.run(() -> window.find(".settings .scroll-pane", ScrollPane.class).setVvalue(value));
      check("settings-" + at);
    }
    window.type(KeyCode.ESCAPE);
    window.type(KeyCode.F1);
    check("shortcuts");
    window.type(KeyCode.ESCAPE);
    window.type(KeyCode.SHIFT, KeyCode.F1);
    check("about");
    window.type(KeyCode.ESCAPE);
  }

  private void trash() {
    FxThread.run(() -> window.list().requestFocus());
    window.type(KeyCode.HOME);
    window.type(KeyCode.DOWN);
    window.type(KeyCode.DELETE);
    window.await("the toast", s -> window.says("Fragment deleted"));
    check("deleted");
    fire("#clear");
  }

  private void outage() {
    window.services.entries.setUnavailable(true);
    window.await("the banner", s -> window.says("Can’t reach your journal"));
    check("away");
    window.services.entries.setUnavailable(false);
    window.await("back", s -> window.says("Back online"));
    check("back");
  }

  private void fire(String selector) {
    FxThread.run(() -> window.find(selector, ButtonBase.class).fire());
  }

  private void fireLabeled(String text) {
    ButtonBase button = (ButtonBase) window.labeled(text);
    FxThread.run(button::fire);
  }

  private void checkPopup(String name) {
    window.shootPopup("cut-" + name + look);
    FxThread.run(
        () -> {
          List<Window> popups =
              Window.getWindows().stream().filter(shown -> shown != window.stage).toList();
          popups.forEach(popup -> add(name, popup.getScene()));
          List.copyOf(popups).forEach(Window::hide);
        });
    FxThread.settle();
  }

  private void check(String name) {
    window.shoot("cut-" + name + look);
    FxThread.run(() -> add(name, window.stage.getScene()));
  }

  private void add(String name, Scene scene) {
    CutTexts.in(scene).forEach(text -> cut.add(name + look + ": " + text));
  }

  @Test
  void a_clipped_text_is_found() {
    FxThread.start();
    List<String> texts =
        FxThread.call(
            () -> {
              Label label = new Label("A long text");
              label.setMinWidth(0);
              label.setPrefWidth(30);
              label.setTextOverrun(OverrunStyle.CLIP);
              Scene scene = new Scene(new HBox(label), 200, 50);
              scene.getRoot().applyCss();
              scene.getRoot().layout();
              return CutTexts.in(scene);
            });
    assertThat(texts).singleElement().asString().contains("A long text").contains("clipped");
  }
}
