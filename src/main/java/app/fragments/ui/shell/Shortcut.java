package app.fragments.ui.shell;

import java.util.Locale;
import javafx.scene.input.KeyCombination;

/// The shortcuts of the window.
enum Shortcut {
  WRITE("Shortcut+N"),
  SEARCH("Shortcut+K"),
  FIND("Shortcut+F"),
  SELECT_WEEK("Shortcut+Shift+W"),
  WEAVE("Shortcut+Enter"),
  BACK("Alt+Left"),
  FORWARD("Alt+Right"),
  FRAGMENT_TAB("Shortcut+1"),
  REPORT_TAB("Shortcut+2"),
  JOBS_TAB("Shortcut+3"),
  STAR("Shortcut+D"),
  READ("Shortcut+Shift+P"),
  THEME("Shortcut+Shift+L"),
  LARGER_TEXT("Shortcut+Plus"),
  SMALLER_TEXT("Shortcut+Minus"),
  NORMAL_TEXT("Shortcut+0"),
  SIDEBAR("Shortcut+Shift+B"),
  SETTINGS("Shortcut+Comma"),
  HELP("F1"),
  ABOUT("Shift+F1");

  final KeyCombination keys;

  Shortcut(String keys) {
    this.keys = KeyCombination.valueOf(keys);
  }

  /// The message key of its description.
  String messageKey() {
    return "shortcut." + name().toLowerCase(Locale.ROOT);
  }

  /// In the notation of the system: "Ctrl+N".
  String label() {
    return keys.getDisplayText();
  }
}
