package app.fragments.report.factcheck;

import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Piece;
import app.fragments.report.markdown.Passage.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/// Reads what may be proper names off a passage: words with a capital that only a name gives them.
///
/// A capital at the start of a sentence, line, quotation or bold lead-in says nothing, and little
/// in a title where every word has one, so those are marked for [NameChecker]. In German every noun
/// has one, so there only words with an inner capital count; scripts without capitals have no names
/// that this could see.
final class NameExtractor {
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

  private final LanguageDetector language;

  NameExtractor(LanguageDetector language) {
    this.language = language;
  }

  /// What the capital of a word tells.
  enum Standing {
    /// It is a name's.
    NAME,
    /// Any word has one there.
    INITIAL,
    /// Any word has one in that title.
    IN_TITLE,
    /// So it has, but a name would be due: "Contract With Nordwind".
    IN_TITLE_AFTER_PREPOSITION
  }

  /// A word of a passage.
  record Name(int start, int end, String text, Standing standing) {
    boolean isTitled() {
      return standing == Standing.IN_TITLE || standing == Standing.IN_TITLE_AFTER_PREPOSITION;
    }
  }

  /// @param text the passage's text with a NUL in place of what is a link or day, and a full stop
  ///   in place of a citation
  List<Name> read(Passage passage, String text) {
    List<Name> names = new ArrayList<>();
    int lead = leadIn(passage);
    boolean titleLead = lead > 0 && TitleCase.isTitle(text.substring(0, lead));
    boolean title = TitleCase.isTitle(text);
    Matcher word = WordNormalizer.WORD.matcher(text);
    while (word.find()) {
      boolean first = word.start() == lead || SentenceStarts.isInitial(text, word.start(), lead);
      int elided = elided(word.group(), first);
      int start = word.start() + elided;
      String token = word.group().substring(elided);
      boolean inner = hasInnerCapital(token);
      boolean capital = Character.isUpperCase(token.codePointAt(0));
      if (!(inner || capital) || isNoName(token) || inCode(passage, start)) {
        continue;
      }
      boolean inTitle = title || (titleLead && start < lead);
      if (inner || !inTitle) {
        if (inner || language != LanguageDetector.GERMAN) {
          boolean initial = !inner && elided == 0 && first;
          names.add(new Name(start, word.end(), token, initial ? Standing.INITIAL : Standing.NAME));
        }
      } else if (language == LanguageDetector.ENGLISH) {
        names.add(new Name(start, word.end(), token, TitleCase.standing(text, start, names)));
      }
    }
    return names;
  }

  /// The length of what stands before a name as in "d'Antoine" and, where any word has a capital,
  /// in "L'Espagne"; elsewhere "D'Angelo" and "O'Brien" are one.
  private static int elided(String word, boolean first) {
    int elided = WordNormalizer.afterElision(word);
    boolean named = elided > 0 && Character.isUpperCase(word.codePointAt(elided));
    return named && (first || !Character.isUpperCase(word.codePointAt(0))) ? elided : 0;
  }

  private static boolean isNoName(String token) {
    return NO_NAMES.contains(WordNormalizer.fold(token))
        || token.codePointCount(0, token.length()) == 1;
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
}
