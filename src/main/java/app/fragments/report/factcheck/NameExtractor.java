package app.fragments.report.factcheck;

import app.fragments.report.factcheck.LanguageDetector.Language;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Passage.Piece;
import app.fragments.report.markdown.Passage.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Extracts words that may be proper names, by their capitals.
///
/// A capital says nothing at the start of a sentence, line, quotation or bold lead-in, and little
/// in a title, so those candidates are marked for [NameChecker]. German capitalizes every noun;
/// there only words with a capital inside count. Scripts without capitals have no candidates.
final class NameExtractor {
  private static final Set<String> NOT_NAMES =
      WordList.setOf(
          """
          i i'm i've i'll i'd mr mrs ms dr sir st am pm ok ai api ci cd faq hr id it pr qa ui ux url
          utc weekly progress report summary highlights theme themes blocker blockers next steps
          fragment fragments digest week q1 q2 q3 q4 kb mb gb tb khz mhz ghz kwh usd eur gbp
          """);

  private static final List<String> PREPOSITIONS =
      WordList.listOf(
          """
          about across after against among around at before between by down during for from in into
          near of off on out over through to towards under up via vs with within without
          """);
  private static final Set<String> OTHER_SMALL_WORDS =
      WordList.setOf("a an the and or as per than");
  private static final Pattern PREPOSITION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:%s)\\s(?:(?:the|an?)\\s)?$"
              .formatted(String.join("|", PREPOSITIONS)),
          Pattern.CASE_INSENSITIVE);

  /// The longest preposition with an article and spaces is shorter.
  private static final int WORDS_BEFORE = 20;

  /// What separates two names in a list, or two words of one name.
  private static final Pattern SEPARATOR =
      Pattern.compile("[ -]|,? and | & |, ", Pattern.CASE_INSENSITIVE);

  private static final int MAX_TITLE_WORDS = 12;

  private NameExtractor() {}

  /// Why a word is capitalized.
  enum Capitalization {
    NAME,
    SENTENCE_START,
    TITLE,
    /// In a title, but a name is likely: "Contract With Nordwind".
    TITLE_AFTER_PREPOSITION
  }

  record Candidate(int start, int end, String text, Capitalization capitalization) {
    boolean isInTitle() {
      return capitalization == Capitalization.TITLE
          || capitalization == Capitalization.TITLE_AFTER_PREPOSITION;
    }
  }

  /// @param text the passage's text with a NUL for each character of a link or date, and a full
  ///   stop for each character of a citation
  static List<Candidate> extract(Passage passage, String text, Language language) {
    List<Candidate> names = new ArrayList<>();
    int leadIn = leadInEnd(passage);
    boolean titleLeadIn = leadIn > 0 && isTitle(text.substring(0, leadIn));
    boolean title = isTitle(text);
    Matcher match = TokenNormalizer.WORD.matcher(text);
    while (match.find()) {
      boolean first =
          match.start() == leadIn || SentenceStarts.isStart(text, match.start(), leadIn);
      int elided = elidedPrefixLength(match.group(), first);
      int start = match.start() + elided;
      String word = match.group().substring(elided);
      boolean inner = hasInnerCapital(word);
      if (!(inner || Character.isUpperCase(word.codePointAt(0)))
          || NOT_NAMES.contains(TokenNormalizer.normalize(word))
          || word.codePointCount(0, word.length()) == 1
          || passage.pieceAt(start).style() == Style.CODE) {
        continue;
      }
      boolean inTitle = title || (titleLeadIn && start < leadIn);
      Capitalization capitalization;
      if (inner) {
        capitalization = Capitalization.NAME;
      } else if (inTitle && language == Language.ENGLISH) {
        capitalization = titleCapitalization(text, start, names);
      } else if (inTitle || language == Language.GERMAN) {
        continue;
      } else {
        capitalization = elided == 0 && first ? Capitalization.SENTENCE_START : Capitalization.NAME;
      }
      names.add(new Candidate(start, match.end(), word, capitalization));
    }
    return names;
  }

  /// Whether the text is in title case: every word but the small ones is capitalized.
  private static boolean isTitle(String text) {
    List<String> words = TokenNormalizer.words(text).limit(MAX_TITLE_WORDS + 1L).toList();
    return words.size() <= MAX_TITLE_WORDS
        && words.stream().filter(word -> Character.isUpperCase(word.codePointAt(0))).count() >= 2
        && words.stream()
            .allMatch(
                word ->
                    Character.isUpperCase(word.codePointAt(0))
                        || !Character.isLetter(word.codePointAt(0))
                        || OTHER_SMALL_WORDS.contains(word)
                        || PREPOSITIONS.contains(word));
  }

  /// How likely a capitalized word in a title is a name. `before` has the candidates before it.
  private static Capitalization titleCapitalization(
      String text, int start, List<Candidate> before) {
    boolean continues =
        !before.isEmpty()
            && before.getLast().capitalization() == Capitalization.TITLE_AFTER_PREPOSITION
            && SEPARATOR.matcher(text.substring(before.getLast().end(), start)).matches();
    boolean afterPreposition =
        PREPOSITION.matcher(text).region(Math.max(0, start - WORDS_BEFORE), start).find();
    return continues || afterPreposition
        ? Capitalization.TITLE_AFTER_PREPOSITION
        : Capitalization.TITLE;
  }

  /// The length of the article before a name, as in "d'Antoine" and, where any word is capitalized,
  /// in "L'Espagne". Elsewhere "D'Angelo" and "O'Brien" are names themselves.
  private static int elidedPrefixLength(String word, boolean first) {
    int length = TokenNormalizer.elidedPrefixLength(word);
    boolean beforeName = length > 0 && Character.isUpperCase(word.codePointAt(length));
    return beforeName && (first || !Character.isUpperCase(word.codePointAt(0))) ? length : 0;
  }

  private static boolean hasInnerCapital(String word) {
    int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
    String bare = apostrophe > 0 ? word.substring(0, apostrophe) : word;
    return bare.codePoints().skip(1).anyMatch(Character::isUpperCase);
  }

  /// The end of the bold words that the passage starts with, possibly after an emoji; 0 if there
  /// are none.
  private static int leadInEnd(Passage passage) {
    int end = 0;
    for (Piece piece : passage.pieces()) {
      String text = passage.text().substring(piece.start(), piece.end());
      if (piece.strong()) {
        end = piece.end();
      } else if (end > 0 || text.codePoints().anyMatch(Character::isLetterOrDigit)) {
        break;
      }
    }
    return end;
  }
}
