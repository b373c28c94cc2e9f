package app.fragments.generator.digest;

import app.fragments.report.factcheck.TokenNormalizer;
import app.fragments.report.factcheck.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Extracts proper names: words with a capital in mid-sentence, with their titles and the small
/// words between ("Sir W. Penn", "Duke of York").
final class ProperNameExtractor {
  private static final String CAPITALIZED = "\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:['’](?!s\\b)\\p{L}+)?";
  private static final String WORD =
      "(?:(?:Mr|Mrs|Ms|Dr|St|Capt|Col|Prof)\\.|\\p{Lu}\\.|" + CAPITALIZED + ")";
  private static final Pattern NAME =
      Pattern.compile(WORD + "(?:(?:\\s|-|\\s(?:of|de|van|von)\\s(?:the\\s)?)" + WORD + "){0,4}");
  private static final Set<String> NOT_NAMES =
      WordList.setOf(
          """
          i i'm i'll i've i'd god lord mr mrs sir ok monday tuesday wednesday thursday friday
          saturday sunday january february march april may june july august september october
          november december todo pm am
          """);

  /// Words that often stand before a name at the start of a sentence. Most past tenses match
  /// [#PAST_TENSE].
  private static final Set<String> BEFORE_NAMES =
      WordList.setOf(
          """
          ask met meet sent send told tell call saw see gave give wrote write spoke speak talk had
          got get took take found find made make did paid pay showed shown show read ran set left
          lost won bought sold heard held taught led email mail thank help invite remind visit
          review with from for and but the when after before then today yesterday
          """);

  private static final Pattern PAST_TENSE = Pattern.compile("\\p{L}{3,}ed");
  private static final Set<String> GIVEN_NAMES =
      WordList.setOf("alfred wilfred manfred siegfried mildred winifred ahmed jared");
  private static final String SENTENCE_END = ".!?:…";
  private static final String OPENING = "\"“‘'(*";

  private ProperNameExtractor() {}

  /// The names in a sentence, with repetitions.
  static List<String> extract(String sentence) {
    List<String> names = new ArrayList<>();
    String text = TermExtractor.withoutLinks(sentence);
    Matcher match = NAME.matcher(text);
    while (match.find()) {
      boolean start = isSentenceStart(text, match.start());
      String name = start ? withoutVerb(match.group()) : match.group();
      boolean capitalizedAnyway =
          start
              && name.equals(match.group())
              && name.indexOf(' ') < 0
              && name.substring(1).equals(name.substring(1).toLowerCase(Locale.ROOT));
      if (!name.endsWith(".")
          && !capitalizedAnyway
          && TokenNormalizer.words(name)
              .anyMatch(w -> w.length() > 1 && !NOT_NAMES.contains(TokenNormalizer.normalize(w)))) {
        names.add(name);
      }
    }
    return names;
  }

  /// Turns "Asked Maria" into "Maria".
  private static String withoutVerb(String name) {
    int space = name.indexOf(' ');
    if (space < 0) {
      return name;
    }
    String first = TokenNormalizer.normalize(name.substring(0, space));
    boolean verb = PAST_TENSE.matcher(first).matches() && !GIVEN_NAMES.contains(first);
    return verb || BEFORE_NAMES.contains(first) ? name.substring(space + 1) : name;
  }

  private static boolean isSentenceStart(String text, int at) {
    for (int i = at - 1; i >= 0; i--) {
      char before = text.charAt(i);
      if (SENTENCE_END.indexOf(before) >= 0) {
        return true;
      }
      if (!Character.isWhitespace(before) && OPENING.indexOf(before) < 0) {
        return false;
      }
    }
    return true;
  }
}
