package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.concurrent.Worker.State;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goes through every main state of the window and writes a picture of each to `target/screens`.
class ScreensWalkTest {
  @TempDir Path folder;
  private final List<Path> shots = new ArrayList<>();
  private String look = "";

  @ParameterizedTest
  @EnumSource(
      value = Settings.Theme.class,
      names = {"LIGHT", "DARK"})
  void every_main_state_can_be_seen(Settings.Theme theme) {
    look = "-" + theme.name().toLowerCase(Locale.ROOT);
    walkFullJournal(theme);
    walkEmptyJournal(theme);
    assertThat(shots).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  private void walkFullJournal(Settings.Theme theme) {
    try (OpenWindow window = open(theme, services -> Journal.fill(services.entries))) {
      window.awaitRows();
      shoot(window, "start");
      window.clickOn("Shipped the importer");
      window.await("the editor", s -> window.says("#release"));
      window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
      window.await("ticks", s -> window.says("10 of 10"));
      shoot(window, "week");
      window.type(KeyCode.F1);
      shoot(window, "keys");
      window.type(KeyCode.ESCAPE);
      window.clickOn("Weave Fragments");
      window.await(
          "the report",
          s -> window.says("Report ready") || window.says("Version") || window.says("Copy"));
      window.await(
          "its page",
          s -> {
            WebView page = (WebView) s.getScene().lookup(".web-view");
            return page != null && page.getEngine().getLoadWorker().getState() == State.SUCCEEDED;
          });
      Fx.settle();
      shoot(window, "report");
      window.clickOn("Jobs");
      shoot(window, "jobs");
      window.type(KeyCode.CONTROL, KeyCode.COMMA);
      shoot(window, "settings");
      window.type(KeyCode.ESCAPE);
      window.type(KeyCode.CONTROL, KeyCode.K);
      window.write("nordwind");
      window.await("found", s -> window.says("found"));
      shoot(window, "search");
      window.write(" xyz");
      window.await("nothing", s -> window.says("Nothing found"));
      shoot(window, "search-nothing");
      window.type(KeyCode.ESCAPE);
      window.clickOn("Customer call: Nordwind");
      window.await("open", s -> window.says("#customers"));
      Fx.run(() -> window.list().requestFocus());
      window.type(KeyCode.DELETE);
      window.await("the toast", s -> window.says("Fragment deleted"));
      shoot(window, "deleted");
      window.clickOn("Trash");
      window.await("the trash", s -> window.says("Empty trash"));
      shoot(window, "trash");
      window.clickOn("All fragments");
      window.services.entries.setAway(true);
      window.await("the banner", s -> window.says("The store is away"));
      shoot(window, "away");
      window.services.entries.setAway(false);
      window.clickOn("Range…");
      shots.add(window.shootPopup("range" + look));
      window.type(KeyCode.ESCAPE);
      Fx.run(() -> window.stage.setWidth(900));
      Fx.run(() -> window.stage.setHeight(600));
      shoot(window, "narrow");
      window.type(KeyCode.CONTROL, KeyCode.B);
      shoot(window, "narrow-sidebar");
    }
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

  private OpenWindow open(Settings.Theme theme, Consumer<FakeServices> before) {
    return new OpenWindow(
        folder,
        services -> {
          services.saveSettings(Settings.DEFAULT.withTheme(theme));
          before.accept(services);
        });
  }

  private void shoot(OpenWindow window, String name) {
    shots.add(window.shoot(name + look));
  }
}
