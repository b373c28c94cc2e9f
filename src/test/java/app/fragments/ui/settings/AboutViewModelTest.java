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
  void it_says_which_version_this_is() {
    assertThat(model.version()).isEqualTo("1.2.3");
    assertThat(model.javaVersion()).startsWith(String.valueOf(Runtime.version().feature()));
  }

  @Test
  void it_opens_the_data_folder() {
    model.openDataFolder();

    assertThat(navigator.calls).containsExactly("browse " + folder.toUri());
  }

  @Test
  void a_chosen_licence_shows_what_is_under_it_and_then_its_words() {
    model.selected().set(notice("MIT"));

    String text = model.text().getValue();
    assertThat(text).startsWith(notice("MIT").software());
    assertThat(text.substring(notice("MIT").software().length()).strip())
        .startsWith("The MIT License");
  }

  @Test
  void the_licence_of_the_program_is_shown_alone() {
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
