package app.fragments.report.factcheck;

import app.fragments.report.factcheck.NameExtractor.Candidate;
import app.fragments.report.factcheck.NameExtractor.Capitalization;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognizes titles and lead-ins in title case, where every word is capitalized.
final class TitleCaseDetector {
  private static final Set<String> PREPOSITIONS =
      WordList.setOf(
          """
          about across after against among around at before between by down during for from in into
          near of off on out over through to towards under up via vs with within without
          """);

  private static final Set<String> OTHER_SMALL_WORDS =
      WordList.setOf("a an the and or as per than");
  private static final int MAX_WORDS = 12;
  private static final Pattern PREPOSITION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + String.join("|", PREPOSITIONS)
              + ")\\s"
              + "(?:(?:the|an?)\\s)?$",
          Pattern.CASE_INSENSITIVE);

  /// What separates two names in a list, or two words of one name.
  private static final Pattern SEPARATOR =
      Pattern.compile("[ -]|,? and | & |, ", Pattern.CASE_INSENSITIVE);

  /// The longest preposition with an article and spaces is shorter.
  private static final int WORDS_BEFORE = 20;

  private TitleCaseDetector() {}

  /// Whether every word but the small ones is capitalized.
  static boolean isTitle(String text) {
    int capitals = 0;
    int words = 0;
    Matcher word = TokenNormalizer.WORD.matcher(text);
    while (word.find()) {
      if (++words > MAX_WORDS) {
        return false;
      }
      int first = word.group().codePointAt(0);
      if (Character.isUpperCase(first)) {
        capitals++;
      } else if (Character.isLetter(first)
          && !OTHER_SMALL_WORDS.contains(word.group())
          && !PREPOSITIONS.contains(word.group())) {
        return false;
      }
    }
    return capitals >= 2;
  }

  /// How likely a capitalized word in a title is a name.
  ///
  /// @param before the candidates before it
  static Capitalization capitalization(String text, int start, List<Candidate> before) {
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
}
