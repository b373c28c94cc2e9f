package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goes through every main state of the window and writes a picture of each to `target/screens`.
class ScreensWalkTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Settings.Theme.class,
      names = {"LIGHT", "DARK"})
  void every_main_state_can_be_seen(Settings.Theme theme) {
    String look = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (OpenWindow window =
        new OpenWindow(
            folder,
            services -> {
              services.saveSettings(Settings.DEFAULT.withTheme(theme));
              Journal.fill(services.entries);
            })) {
      window.awaitRows();
      window.shoot("start" + look);
      window.clickOn("Shipped the importer");
      window.await(
          "the editor",
          s ->
              !window
                  .find(".editor-text", javafx.scene.control.TextArea.class)
                  .getText()
                  .isEmpty());
      window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
      window.await("ticks", s -> window.says("9 of 9") || window.says("10 of 10"));
      window.shoot("week" + look);
      window.type(KeyCode.F1);
      window.shoot("keys" + look);
      window.type(KeyCode.ESCAPE);
    }
    assertThat(folder).exists();
    assertThat(Files.exists(Path.of("target/screens/week" + look + ".png"))).isTrue();
  }
}
