package app.fragments.ui.main;

import app.fragments.ui.editor.EditorPart;
import app.fragments.ui.entries.JournalViewModel;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Listens for the keys that work everywhere.
final class WindowKeys {
  private final MainViewModel main;
  private final BarController bar;
  private final WindowNavigator navigator;
  private final JournalViewModel journal;
  private final EditorPart editor;
  private final ToastsPane toasts;

  WindowKeys(
      MainViewModel main,
      BarController bar,
      WindowNavigator navigator,
      JournalViewModel journal,
      EditorPart editor,
      ToastsPane toasts) {
    this.main = main;
    this.bar = bar;
    this.navigator = navigator;
    this.journal = journal;
    this.editor = editor;
    this.toasts = toasts;
  }

  void listenOn(Scene scene) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Shortcut shortcut : Shortcut.values()) {
      if (shortcut != Shortcut.WEAVE) {
        keys.put(shortcut.combination(), action(shortcut));
      }
    }
    keys.put(KeyCombination.valueOf("Shortcut+F"), action(Shortcut.SEARCH));
    keys.put(KeyCombination.valueOf("Shortcut+Slash"), action(Shortcut.HELP));
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::closeByEscape);
  }

  private Runnable action(Shortcut shortcut) {
    return switch (shortcut) {
      case WRITE -> bar::write;
      case SEARCH -> bar::search;
      case SELECT_WEEK -> journal::selectThisWeek;
      // the weave bar listens for it by itself, while it is there
      case WEAVE -> () -> {};
      case BACK -> navigator::back;
      case FRAGMENT_TAB -> () -> main.tab().set(Tab.FRAGMENT);
      case REPORT_TAB -> () -> main.tab().set(Tab.REPORT);
      case JOBS_TAB -> () -> main.tab().set(Tab.JOBS);
      case STAR -> this::toggleStar;
      case THEME -> bar::switchTheme;
      case SIDEBAR -> main::toggleSidebar;
      case SETTINGS -> () -> main.settingsOpen().set(true);
      case HELP -> () -> main.shortcutsOpen().set(!main.shortcutsOpen().get());
    };
  }

  private void toggleStar() {
    editor.editor().entry().ifPresent(entry -> editor.editor().setStarred(!entry.starred()));
  }

  private void closeByEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && (main.closeTop() || toasts.closeTop())) {
      event.consume();
    }
  }
}
