package app.fragments.ui.editor.markdown;

import java.text.BreakIterator;
import java.util.Locale;

/// What readers take for one character: an emoji with its modifiers, a letter with its accents.
public final class Graphemes {
  private Graphemes() {}

  /// The end of the character that starts at or contains an offset.
  public static int next(String text, int offset) {
    return offset >= text.length() ? text.length() : breaks(text).following(offset);
  }

  /// The start of the character before an offset.
  public static int previous(String text, int offset) {
    return offset <= 0 ? 0 : breaks(text).preceding(offset);
  }

  private static BreakIterator breaks(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    return breaks;
  }
}
