package app.fragments.report.check;

import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Piece;
import app.fragments.report.markdown.Passage.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/// Reads what may be proper names off a passage: words with a capital that only a name gives them.
///
/// A capital at the start of a sentence, line, quotation or bold lead-in says nothing, nor does one
/// in a title where every word has one. In German every noun has one, so there only words with an
/// inner capital count; scripts without capitals have no names that this could see.
final class NameReader {
  private static final Set<String> NO_NAMES =
      Set.of(
          "i",
          "i'm",
          "i've",
          "i'll",
          "i'd",
          "mr",
          "mrs",
          "ms",
          "dr",
          "sir",
          "st",
          "am",
          "pm",
          "ok",
          "ai",
          "api",
          "ci",
          "cd",
          "faq",
          "hr",
          "id",
          "it",
          "pr",
          "qa",
          "ui",
          "ux",
          "url",
          "utc",
          "weekly",
          "progress",
          "report",
          "summary",
          "highlights",
          "theme",
          "themes",
          "blocker",
          "blockers",
          "next",
          "steps",
          "fragment",
          "fragments",
          "digest",
          "week",
          "q1",
          "q2",
          "q3",
          "q4",
          "kb",
          "mb",
          "gb",
          "tb",
          "khz",
          "mhz",
          "ghz",
          "kwh",
          "usd",
          "eur",
          "gbp");
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "sir");
  private static final String SENTENCE_END = ".!?:;…•‣·›—–|¿¡。！？";
  private static final String OPENING = "\"“„‘'«‹([{*_~";
  private static final Set<Integer> SIGNS =
      Set.of(
          (int) Character.MATH_SYMBOL,
          (int) Character.MODIFIER_SYMBOL,
          (int) Character.CURRENCY_SYMBOL);
  private static final Set<String> SMALL_IN_TITLES =
      Set.of(
          "a", "an", "the", "of", "and", "or", "to", "in", "on", "for", "with", "by", "at", "from",
          "vs", "as");
  private static final int TITLE_LENGTH = 12;

  private final boolean nounsHaveCapitals;

  /// @param nounsHaveCapitals whether the text is German
  NameReader(boolean nounsHaveCapitals) {
    this.nounsHaveCapitals = nounsHaveCapitals;
  }

  /// A word of a passage.
  ///
  /// @param initial whether it stands where any word has a capital
  record Name(int start, int end, String text, boolean initial) {}

  /// @param text the passage's text with a NUL in place of what is a link or day, and a full stop
  ///   in place of a citation
  List<Name> read(Passage passage, String text) {
    List<Name> names = new ArrayList<>();
    int lead = leadIn(passage);
    boolean titleLead = lead > 0 && isTitle(text.substring(0, lead));
    boolean title = isTitle(text);
    Matcher word = Words.WORD.matcher(text);
    while (word.find()) {
      boolean first = word.start() == lead || isInitial(text, word.start(), lead);
      int elided = elided(word.group(), first);
      int start = word.start() + elided;
      String token = word.group().substring(elided);
      boolean inner = hasInnerCapital(token);
      boolean capital = Character.isUpperCase(token.codePointAt(0));
      if (!(inner || capital) || isNoName(token) || inCode(passage, start)) {
        continue;
      }
      boolean inTitle = title || (titleLead && start < lead);
      if (inner || !(inTitle || nounsHaveCapitals)) {
        boolean initial = !inner && elided == 0 && first;
        names.add(new Name(start, word.end(), token, initial));
      }
    }
    return names;
  }

  /// The length of what stands before a name as in "d'Antoine" and, where any word has a capital,
  /// in "L'Espagne"; elsewhere "D'Angelo" and "O'Brien" are one.
  private static int elided(String word, boolean first) {
    int elided = Words.afterElision(word);
    boolean named = elided > 0 && Character.isUpperCase(word.codePointAt(elided));
    return named && (first || !Character.isUpperCase(word.codePointAt(0))) ? elided : 0;
  }

  private static boolean isNoName(String token) {
    return NO_NAMES.contains(Words.fold(token)) || token.codePointCount(0, token.length()) == 1;
  }

  private static boolean hasInnerCapital(String token) {
    int apostrophe = Math.max(token.indexOf('\''), token.indexOf('’'));
    String bare = apostrophe > 0 ? token.substring(0, apostrophe) : token;
    return bare.codePoints().skip(1).anyMatch(Character::isUpperCase);
  }

  private static boolean inCode(Passage passage, int offset) {
    return passage.pieceAt(offset).style() == Style.CODE;
  }

  /// Where the bold words that the passage begins with end, after an emoji or the like; 0 where
  /// there are none.
  private static int leadIn(Passage passage) {
    int end = 0;
    for (Piece piece : passage.pieces()) {
      if (piece.strong()) {
        end = piece.end();
      } else if (end > 0 || hasWords(passage.text(), piece)) {
        break;
      }
    }
    return end;
  }

  private static boolean hasWords(String text, Piece piece) {
    return text.substring(piece.start(), piece.end())
        .codePoints()
        .anyMatch(Character::isLetterOrDigit);
  }

  /// Whether every word but the small ones has a capital, as in a title.
  private static boolean isTitle(String text) {
    int capitals = 0;
    int words = 0;
    Matcher word = Words.WORD.matcher(text);
    while (word.find()) {
      if (++words > TITLE_LENGTH) {
        return false;
      }
      int first = word.group().codePointAt(0);
      if (Character.isUpperCase(first)) {
        capitals++;
      } else if (Character.isLetter(first) && !SMALL_IN_TITLES.contains(word.group())) {
        return false;
      }
    }
    return capitals >= 2;
  }

  private static boolean isInitial(String text, int start, int lead) {
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
  /// sign that belongs to a word, as in "C++".
  private static boolean isSign(String text, int end) {
    int at = end + 1;
    boolean sign = false;
    while (at > 0) {
      int point = text.codePointBefore(at);
      int type = Character.getType(point);
      if (type == Character.OTHER_SYMBOL || type == Character.ENCLOSING_MARK) {
        return true;
      }
      boolean joined = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
      if (!joined && !SIGNS.contains(type)) {
        return sign && !Character.isLetterOrDigit(point);
      }
      sign |= !joined;
      at -= Character.charCount(point);
    }
    return sign;
  }

  private static boolean isAbbreviation(String text, int dot) {
    int start = dot;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot);
    return word.length() == 1 || TITLES.contains(Words.fold(word));
  }
}
