package app.fragments.ui.shell;

import app.fragments.ui.editor.EditorViewModel;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Listens for the keys that work everywhere.
final class ShortcutHandler {
  private final MainViewModel main;
  private final TopBarController bar;
  private final WindowNavigator navigator;
  private final WindowModules parts;
  private final ToastsPane toasts;

  ShortcutHandler(
      MainViewModel main,
      TopBarController bar,
      WindowNavigator navigator,
      WindowModules parts,
      ToastsPane toasts) {
    this.main = main;
    this.bar = bar;
    this.navigator = navigator;
    this.parts = parts;
    this.toasts = toasts;
  }

  void listenOn(Scene scene) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Shortcut shortcut : Shortcut.values()) {
      keys.put(shortcut.combination(), action(shortcut));
    }
    keys.put(KeyCombination.valueOf("Shortcut+F"), action(Shortcut.SEARCH));
    keys.put(KeyCombination.valueOf("Shortcut+Slash"), action(Shortcut.HELP));
    // before the lists and fields under it, which would keep the key for themselves
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::closeFloating);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::closeToast);
  }

  private Runnable action(Shortcut shortcut) {
    return switch (shortcut) {
      case WRITE -> bar::write;
      case SEARCH -> bar::search;
      case SELECT_WEEK -> parts.journal()::selectThisWeek;
      case WEAVE -> parts.weave().model()::weave;
      case BACK -> navigator::back;
      case FRAGMENT_TAB -> () -> main.tab().set(Tab.FRAGMENT);
      case REPORT_TAB -> () -> main.tab().set(Tab.REPORT);
      case JOBS_TAB -> () -> main.tab().set(Tab.JOBS);
      case STAR -> this::toggleStar;
      case THEME -> bar::switchTheme;
      case SIDEBAR -> main::toggleSidebar;
      case SETTINGS -> () -> main.settingsOpen().set(true);
      case HELP -> () -> main.shortcutsOpen().set(!main.shortcutsOpen().get());
      case ABOUT -> () -> main.aboutOpen().set(!main.aboutOpen().get());
    };
  }

  private void toggleStar() {
    EditorViewModel editor = parts.editor().editor();
    editor.entry().ifPresent(entry -> editor.setStarred(!entry.starred()));
  }

  private void closeFloating(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && main.closeTop()) {
      event.consume();
    }
  }

  private void closeToast(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && toasts.closeTop()) {
      event.consume();
    }
  }
}
