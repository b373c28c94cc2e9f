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

  /// Where the deletion of a character before an offset starts: of the whole emoji or flag, but
  /// only of the last accent or vowel sign of a letter, as everywhere.
  public static int backspace(String text, int offset) {
    if (offset <= 0) {
      return 0;
    }
    int start = previous(text, offset);
    int first = text.codePointAt(start);
    return Character.isEmoji(first) && Character.charCount(first) < offset - start
        ? start
        : text.offsetByCodePoints(offset, -1);
  }

  private static BreakIterator breaks(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    return breaks;
  }
}
