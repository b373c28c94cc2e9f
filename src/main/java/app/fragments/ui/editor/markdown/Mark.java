package app.fragments.ui.editor.markdown;

import java.util.Locale;

/// How a run of characters looks. The name in lower case is its style class.
public enum Mark {
  BOLD,
  ITALIC,
  STRIKE,
  CODE,
  LINK,
  /// A marker such as `**`: dimmed.
  SYNTAX,
  /// Takes no space while the caret is elsewhere, such as the address of a link.
  HIDDEN,
  HIT,
  CURRENT_HIT;

  int bit() {
    return 1 << ordinal();
  }

  public String styleClass() {
    return "md-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
