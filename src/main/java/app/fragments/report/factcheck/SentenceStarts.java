package app.fragments.report.factcheck;

import java.util.Set;

/// Where a sentence, line, quotation or item begins, so that a capital tells nothing.
final class SentenceStarts {
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "sir");
  private static final String SENTENCE_END = ".!?:;…•‣·›—–|¿¡。！？";
  private static final String OPENING = "\"“„‘'«‹([{*_~";
  private static final Set<Integer> SIGNS =
      Set.of(
          (int) Character.OTHER_SYMBOL,
          (int) Character.MATH_SYMBOL,
          (int) Character.MODIFIER_SYMBOL,
          (int) Character.CURRENCY_SYMBOL);

  /// The last symbol that belongs to the word before it: ©, ®, ° and ™.
  private static final char TRADE = '\u2122';

  private SentenceStarts() {}

  /// Whether any word has a capital there.
  ///
  /// @param start where the word starts
  /// @param lead where the bold words end that the text begins with, or 0
  static boolean isInitial(String text, int start, int lead) {
    int at = start - 1;
    while (at >= 0 && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00A0')) {
      if (text.charAt(at) == '\n') {
        return true;
      }
      at--;
    }
    if (at < 0 || (lead > 0 && at < lead && start >= lead)) {
      return true;
    }
    if (OPENING.indexOf(text.charAt(at)) >= 0 || isSign(text, at)) {
      return true;
    }
    while (at >= 0 && ")]}\"”’»*_~".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    if (at < 0 || SENTENCE_END.indexOf(text.charAt(at)) < 0) {
      return at < 0;
    }
    return text.charAt(at) != '.' || !isAbbreviation(text, at);
  }

  /// Whether a picture, arrow, tick or the like ends there, such as bullets are made of; not the
  /// sign that belongs to a word, as in "C++", or stands between two, as in "Jonas + Maria".
  private static boolean isSign(String text, int end) {
    int at = end + 1;
    boolean sign = false;
    boolean typed = false;
    while (at > 0) {
      int point = text.codePointBefore(at);
      int type = Character.getType(point);
      if (type == Character.ENCLOSING_MARK || (type == Character.OTHER_SYMBOL && point > TRADE)) {
        return true;
      }
      boolean joined = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
      if (!joined && !SIGNS.contains(type)) {
        break;
      }
      sign |= !joined;
      typed |= point < 128;
      at -= Character.charCount(point);
    }
    if (!sign || at == 0) {
      return sign;
    }
    if (!typed) {
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
    return word.length() == 1 || TITLES.contains(WordNormalizer.fold(word));
  }
}
