package app.fragments.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FakeUiServices;
import app.fragments.ui.parts.RecordingNavigator;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AboutViewModelTest {
  @TempDir Path folder;
  private final RecordingNavigator navigator = new RecordingNavigator();
  private AboutViewModel model;

  @BeforeEach
  void open() {
    model = new AboutViewModel(new FakeUiServices(folder), navigator);
  }

  @Test
  void shows_the_version() {
    assertThat(model.version()).isEqualTo("1.2.3");
    assertThat(model.javaVersion()).startsWith(String.valueOf(Runtime.version().feature()));
  }

  @Test
  void opens_the_data_folder() {
    model.openDataFolder();

    assertThat(navigator.calls).containsExactly("browse " + folder.toUri());
  }

  @Test
  void a_licence_shows_its_software_and_its_text() {
    model.selected().set(notice("MIT"));

    String text = model.text().getValue();
    assertThat(text).startsWith(notice("MIT").software());
    assertThat(text.substring(notice("MIT").software().length()).strip())
        .startsWith("The MIT License");
  }

  @Test
  void the_own_licence_shows_only_its_text() {
    model.selected().set(notice("MIT"));

    model.selectOwnLicence();

    assertThat(model.text().getValue().strip()).startsWith("Apache License");
  }

  private ThirdPartyNotices.Notice notice(String licence) {
    return model.notices().stream()
        .filter(notice -> notice.licence().equals(licence))
        .findFirst()
        .orElseThrow();
  }
}
