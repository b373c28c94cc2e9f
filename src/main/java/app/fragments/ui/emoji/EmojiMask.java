package app.fragments.ui.emoji;

import java.util.List;

/// A text whose emoji are replaced by blanks as wide as a picture. It has as many characters, so
/// that all offsets stay the same.
final class EmojiMask {
  private static final char EM = '\u2003';

  /// A digit's width, and unlike other blanks kept at the end of a line.
  private static final char HALF = '\u2007';

  private static final char NOTHING = '\u200B';

  private EmojiMask() {}

  static String of(String text, List<Emoji> emoji) {
    if (emoji.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
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
