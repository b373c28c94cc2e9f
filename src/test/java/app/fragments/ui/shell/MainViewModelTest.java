package app.fragments.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.shell.MainViewModel.NavigationTarget;
import app.fragments.ui.shell.MainViewModel.Tab;
import org.junit.jupiter.api.Test;

class MainViewModelTest {
  private final MainViewModel main = new MainViewModel();

  @Test
  void back_returns_to_the_newest_place_and_forward_undoes_that() {
    NavigationTarget fragment = place(Tab.FRAGMENT);
    NavigationTarget report = place(Tab.REPORT);
    NavigationTarget jobs = place(Tab.JOBS);
    main.remember(fragment);
    main.remember(report);

    assertThat(main.back(jobs)).contains(report);
    assertThat(main.previous.get()).isEqualTo(fragment);
    assertThat(main.back(report)).contains(fragment);
    assertThat(main.previous.get()).isNull();
    assertThat(main.back(fragment)).isEmpty();
    assertThat(main.forward(fragment)).contains(report);
    assertThat(main.forward(report)).contains(jobs);
    assertThat(main.forward(jobs)).isEmpty();
    assertThat(main.previous.get()).isEqualTo(report);
  }

  @Test
  void going_elsewhere_forgets_what_was_ahead() {
    main.remember(place(Tab.FRAGMENT));
    main.back(place(Tab.REPORT));
    main.remember(place(Tab.FRAGMENT));

    assertThat(main.forward(place(Tab.JOBS))).isEmpty();
  }

  @Test
  void remembering_the_same_place_twice_is_one_step_back() {
    main.remember(place(Tab.REPORT));
    main.remember(place(Tab.REPORT));
    main.back(place(Tab.JOBS));

    assertThat(main.previous.get()).isNull();
  }

  private static NavigationTarget place(Tab tab) {
    return new NavigationTarget(tab, null, null);
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
