package app.fragments.ui.shell;

import app.fragments.ui.editor.EditorViewModel;
import app.fragments.ui.shell.MainViewModel.Tab;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Handles the shortcuts of the window.
final class ShortcutHandler {
  private final MainViewModel main;
  private final TopBarController bar;
  private final WindowModules modules;

  ShortcutHandler(MainViewModel main, TopBarController bar, WindowModules modules) {
    this.main = main;
    this.bar = bar;
    this.modules = modules;
  }

  void listenOn(Scene scene) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Shortcut shortcut : Shortcut.values()) {
      keys.put(shortcut.keys, action(shortcut));
    }
    keys.put(KeyCombination.valueOf("Shortcut+F"), action(Shortcut.SEARCH));
    keys.put(KeyCombination.valueOf("Shortcut+Slash"), action(Shortcut.HELP));
    // a filter, because lists and text fields consume Escape
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> closeOnEscape(event, main::closeTop));
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED, event -> closeOnEscape(event, modules.toasts::closeTop));
  }

  private Runnable action(Shortcut shortcut) {
    return switch (shortcut) {
      case WRITE -> bar::write;
      case SEARCH -> bar::search;
      case SELECT_WEEK -> modules.journal::selectThisWeek;
      case WEAVE -> modules.weave.model()::weave;
      case BACK -> modules::back;
      case FRAGMENT_TAB -> () -> main.tab.set(Tab.FRAGMENT);
      case REPORT_TAB -> () -> main.tab.set(Tab.REPORT);
      case JOBS_TAB -> () -> main.tab.set(Tab.JOBS);
      case STAR -> this::toggleStar;
      case THEME -> bar::switchTheme;
      case SIDEBAR -> main::toggleSidebar;
      case SETTINGS -> () -> main.settingsOpen.set(true);
      case HELP -> () -> main.shortcutsOpen.set(!main.shortcutsOpen.get());
      case ABOUT -> () -> main.aboutOpen.set(!main.aboutOpen.get());
    };
  }

  private void toggleStar() {
    EditorViewModel editor = modules.editor.editor();
    editor.entry().ifPresent(entry -> editor.setStarred(!entry.starred()));
  }

  private static void closeOnEscape(KeyEvent event, BooleanSupplier closeTop) {
    if (event.getCode() == KeyCode.ESCAPE && closeTop.getAsBoolean()) {
      event.consume();
    }
  }
}
