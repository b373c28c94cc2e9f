package app.fragments.ui.emoji;

import java.util.List;
import java.util.regex.Pattern;

/// A text for one line of the screen: its emoji are replaced by blanks as wide as a picture, and
/// its direction controls by nothing, because an override would show a title backwards. It has as
/// many characters as before, so that all offsets stay the same.
final class EmojiMask {
  private static final char EM = '\u2003';

  /// A digit's width, and unlike other blanks kept at the end of a line.
  private static final char HALF = '\u2007';

  private static final char NOTHING = '\u200B';
  private static final Pattern CONTROLS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

  private EmojiMask() {}

  static String of(String text, List<Emoji> emoji) {
    String plain = CONTROLS.matcher(text).replaceAll(String.valueOf(NOTHING));
    if (emoji.isEmpty()) {
      return plain;
    }
    StringBuilder masked = new StringBuilder(plain);
    for (Emoji each : emoji) {
      int start = each.start();
      if (each.end() - start == 1) {
        masked.setCharAt(start, EM);
      } else {
        masked.setCharAt(start, HALF);
        masked.setCharAt(start + 1, HALF);
      }
      for (int i = start + 2; i < each.end(); i++) {
        masked.setCharAt(i, NOTHING);
      }
    }
    return masked.toString();
  }
}
