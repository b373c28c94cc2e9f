package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.shell.MainViewModel.NavigationTarget;
import app.fragments.ui.shell.MainViewModel.Tab;
import org.junit.jupiter.api.Test;

class MainViewModelTest {
  private final MainViewModel main = new MainViewModel();

  @Test
  void back_returns_to_the_last_place() {
    NavigationTarget report = new NavigationTarget(Tab.REPORT, null);
    main.remember(new NavigationTarget(Tab.FRAGMENT, null));
    main.remember(report);

    assertThat(main.back()).contains(report);
    assertThat(main.canGoBack.get()).isTrue();
    assertThat(main.back()).contains(new NavigationTarget(Tab.FRAGMENT, null));
    assertThat(main.canGoBack.get()).isFalse();
    assertThat(main.back()).isEmpty();
  }

  @Test
  void remembering_the_same_place_twice_is_one_step_back() {
    main.remember(new NavigationTarget(Tab.REPORT, null));
    main.remember(new NavigationTarget(Tab.REPORT, null));
    main.back();

    assertThat(main.canGoBack.get()).isFalse();
  }

  @Test
  void escape_closes_one_overlay_at_a_time() {
    main.settingsOpen.set(true);
    main.shortcutsOpen.set(true);

    assertThat(main.closeTop()).isTrue();
    assertThat(main.shortcutsOpen.get()).isFalse();
    assertThat(main.settingsOpen.get()).isTrue();
    assertThat(main.closeTop()).isTrue();
    assertThat(main.closeTop()).isFalse();
  }

  @Test
  void the_sidebar_is_an_overlay_in_a_narrow_window_and_hides_in_a_wide_one() {
    main.toggleSidebar();
    assertThat(main.sidebarHidden.get()).isTrue();

    main.narrow.set(true);
    main.toggleSidebar();
    assertThat(main.sidebarOverlay.get()).isTrue();

    main.narrow.set(false);
    assertThat(main.sidebarOverlay.get()).isFalse();
  }
}
