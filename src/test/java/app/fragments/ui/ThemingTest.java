package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import app.fragments.ui.common.Theming;
import javafx.application.Application;
import org.junit.jupiter.api.Test;

/// Which style sheet the controls use.
class ThemingTest {
  @Test
  void loading_the_style_sheet_too_late_changes_nothing() {
    FxThread.start();
    Theming theming = FxThread.call(() -> new Theming(Settings.Theme.LIGHT, 100));
    String light = FxThread.call(Application::getUserAgentStylesheet);

    Theming.readAhead(Settings.Theme.DARK);
    FxThread.settle();
    assertThat(FxThread.call(Application::getUserAgentStylesheet)).isEqualTo(light);

    FxThread.run(() -> theming.apply(Settings.Theme.DARK, 100));
    assertThat(FxThread.call(Application::getUserAgentStylesheet)).isNotEqualTo(light);
    FxThread.run(() -> theming.apply(Settings.Theme.LIGHT, 100));
  }
}
