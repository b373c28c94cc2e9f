package app.fragments.ui.shell;

import java.util.Locale;
import javafx.scene.input.KeyCombination;

/// The keys that work everywhere in the window: what the scene listens to, and what the overview
/// shows.
enum Shortcut {
  WRITE("Shortcut+N"),
  SEARCH("Shortcut+K"),
  SELECT_WEEK("Shortcut+Shift+W"),
  WEAVE("Shortcut+Enter"),
  BACK("Alt+Left"),
  FRAGMENT_TAB("Shortcut+1"),
  REPORT_TAB("Shortcut+2"),
  JOBS_TAB("Shortcut+3"),
  STAR("Shortcut+D"),
  THEME("Shortcut+Shift+L"),
  SIDEBAR("Shortcut+B"),
  SETTINGS("Shortcut+Comma"),
  HELP("F1"),
  ABOUT("Shift+F1");

  private final String keys;

  Shortcut(String keys) {
    this.keys = keys;
  }

  KeyCombination combination() {
    return KeyCombination.valueOf(keys);
  }

  /// The key of the message that says what it does.
  String messageKey() {
    return "shortcut." + name().toLowerCase(Locale.ROOT);
  }

  /// As the system writes it: "Ctrl+N".
  String label() {
    return combination().getDisplayText();
  }
}
