package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import app.fragments.ui.common.Theming;
import javafx.application.Application;
import org.junit.jupiter.api.Test;

/// The style sheet of the controls.
class ThemingTest {
  @Test
  void the_controls_follow_the_theme() {
    FxThread.start();
    Theming theming = FxThread.call(() -> new Theming(Settings.Theme.LIGHT, 100));
    String light = FxThread.call(Application::getUserAgentStylesheet);

    FxThread.run(() -> theming.apply(Settings.Theme.DARK, 100));
    assertThat(FxThread.call(Application::getUserAgentStylesheet)).isNotEqualTo(light);
    FxThread.run(() -> theming.apply(Settings.Theme.LIGHT, 100));
  }
}
