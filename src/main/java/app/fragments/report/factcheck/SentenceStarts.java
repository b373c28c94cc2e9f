package app.fragments.report.factcheck;

import java.util.Set;

/// Tells where a sentence, line, quotation or item starts. A capital there says nothing.
final class SentenceStarts {
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "sir");
  private static final String SENTENCE_END = ".!?:;…•‣·›—–|¿¡。！？";
  private static final String OPENING = "\"“„‘'«‹([{*_~";
  private static final String CLOSING = ")]}\"”’»*_~";
  private static final Set<Integer> SYMBOLS =
      Set.of(
          (int) Character.OTHER_SYMBOL,
          (int) Character.MATH_SYMBOL,
          (int) Character.MODIFIER_SYMBOL,
          (int) Character.CURRENCY_SYMBOL);

  /// The last symbol that belongs to the word before it: ©, ®, ° and ™.
  private static final char TRADE_MARK = '\u2122';

  private SentenceStarts() {}

  /// Whether any word at this offset would be capitalized.
  ///
  /// @param leadIn end of the bold words the text starts with, or 0
  static boolean isStart(String text, int start, int leadIn) {
    int at = start - 1;
    while (at >= 0 && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00A0')) {
      if (text.charAt(at) == '\n') {
        return true;
      }
      at--;
    }
    if (at < 0 || (leadIn > 0 && at < leadIn && start >= leadIn)) {
      return true;
    }
    if (OPENING.indexOf(text.charAt(at)) >= 0 || isBullet(text, at)) {
      return true;
    }
    while (at >= 0 && CLOSING.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    if (at < 0 || SENTENCE_END.indexOf(text.charAt(at)) < 0) {
      return at < 0;
    }
    return text.charAt(at) != '.' || !isAbbreviation(text, at);
  }

  /// Whether a symbol used as a bullet (emoji, arrow, tick) ends at this offset. A sign that
  /// belongs to a word, as in "C++", or joins two, as in "Jonas + Maria", is not a bullet.
  private static boolean isBullet(String text, int last) {
    int at = last + 1;
    boolean symbol = false;
    boolean ascii = false;
    while (at > 0) {
      int point = text.codePointBefore(at);
      int type = Character.getType(point);
      if (type == Character.ENCLOSING_MARK
          || (type == Character.OTHER_SYMBOL && point > TRADE_MARK)) {
        return true;
      }
      boolean joined = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
      if (!joined && !SYMBOLS.contains(type)) {
        break;
      }
      symbol |= !joined;
      ascii |= point < 128;
      at -= Character.charCount(point);
    }
    if (!symbol || at == 0) {
      return symbol;
    }
    if (!ascii) {
      return !Character.isLetterOrDigit(text.codePointBefore(at));
    }
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private static boolean isAbbreviation(String text, int dot) {
    int start = dot;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot);
    return word.length() == 1 || TITLES.contains(TokenNormalizer.normalize(word));
  }
}
