package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import app.fragments.ui.common.Theming;
import javafx.application.Application;
import org.junit.jupiter.api.Test;

/// Which look of the controls is in force.
class ThemingTest {
  @Test
  void what_is_read_ahead_too_late_changes_nothing() {
    Fx.start();
    Theming theming = Fx.call(() -> new Theming(Settings.Theme.LIGHT, 100));
    String light = Fx.call(Application::getUserAgentStylesheet);

    Theming.readAhead(Settings.Theme.DARK);
    Fx.settle();
    assertThat(Fx.call(Application::getUserAgentStylesheet)).isEqualTo(light);

    Fx.run(() -> theming.apply(Settings.Theme.DARK, 100));
    assertThat(Fx.call(Application::getUserAgentStylesheet)).isNotEqualTo(light);
    Fx.run(() -> theming.apply(Settings.Theme.LIGHT, 100));
  }
}
