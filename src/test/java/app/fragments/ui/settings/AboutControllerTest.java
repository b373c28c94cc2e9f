package app.fragments.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.parts.RecordingNavigator;
import app.fragments.ui.settings.ThirdPartyNotices.Notice;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AboutControllerTest {
  @TempDir Path folder;
  private final RecordingNavigator navigator = new RecordingNavigator();
  private AboutController page;

  @BeforeEach
  void open() {
    FxThread.start();
    FxThread.run(
        () -> {
          Messages messages = new Messages(Locale.ENGLISH);
          UiContext context =
              new UiContext(
                  new FakeUiServices(folder),
                  new Background(),
                  messages,
                  navigator,
                  new StoreHealth(),
                  new Theming(Settings.Theme.LIGHT, 100));
          page = new AboutController(context, () -> {});
          new ScreenLoader(messages).with(AboutController.class, () -> page).load(FxmlFile.ABOUT);
        });
  }

  @Test
  void shows_the_version() {
    assertThat(FxThread.call(() -> page.version.getText()))
        .contains("1.2.3", String.valueOf(Runtime.version().feature()));
  }

  @Test
  void opens_the_data_folder() {
    FxThread.run(page::openFolder);

    assertThat(navigator.calls).containsExactly("browse " + folder.toUri());
  }

  @Test
  void the_first_licence_is_selected_and_shown() {
    Notice first = ThirdPartyNotices.read().getFirst();

    assertThat(FxThread.call(() -> page.licences.getSelectionModel().getSelectedItem()))
        .isEqualTo(first);
    assertThat(FxThread.call(() -> page.notice.getText())).isEqualTo(first.text());
  }

  @Test
  void the_programs_own_licence_shows_only_its_text() {
    FxThread.run(() -> page.licences.getSelectionModel().selectLast());

    FxThread.run(page::readLicence);

    assertThat(FxThread.call(() -> page.notice.getText().strip())).startsWith("Apache License");
    assertThat(FxThread.call(() -> page.licences.getSelectionModel().isEmpty())).isTrue();
  }
}
