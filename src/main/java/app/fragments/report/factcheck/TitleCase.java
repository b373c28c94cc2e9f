package app.fragments.report.factcheck;

import app.fragments.report.factcheck.NameExtractor.Name;
import app.fragments.report.factcheck.NameExtractor.Standing;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Titles and lead-ins where every word has a capital.
final class TitleCase {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "about", "across", "after", "against", "among", "around", "at", "before", "between", "by",
          "down", "during", "for", "from", "in", "into", "near", "of", "off", "on", "out", "over",
          "through", "to", "towards", "under", "up", "via", "vs", "with", "within", "without");
  private static final Set<String> SMALL_IN_TITLES =
      Set.of("a", "an", "the", "and", "or", "as", "per", "than");
  private static final int TITLE_LENGTH = 12;

  private static final Pattern PREPOSITION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + String.join("|", PREPOSITIONS)
              + ")\\s"
              + "(?:(?:the|an?)\\s)?$",
          Pattern.CASE_INSENSITIVE);

  /// What stands between two names of a list, or two words of one.
  private static final Pattern BETWEEN =
      Pattern.compile("[ -]|,? and | & |, ", Pattern.CASE_INSENSITIVE);

  /// No preposition is longer, with an article and its spaces.
  private static final int LONGEST_BEFORE = 20;

  private TitleCase() {}

  /// Whether every word but the small ones has a capital, as in a title.
  static boolean isTitle(String text) {
    int capitals = 0;
    int words = 0;
    Matcher word = WordNormalizer.WORD.matcher(text);
    while (word.find()) {
      if (++words > TITLE_LENGTH) {
        return false;
      }
      int first = word.group().codePointAt(0);
      if (Character.isUpperCase(first)) {
        capitals++;
      } else if (Character.isLetter(first) && !isSmall(word.group())) {
        return false;
      }
    }
    return capitals >= 2;
  }

  private static boolean isSmall(String word) {
    return SMALL_IN_TITLES.contains(word) || PREPOSITIONS.contains(word);
  }

  /// What the capital of a word in a title tells.
  ///
  /// @param before the names before it
  static Standing standing(String text, int start, List<Name> before) {
    boolean goesOn =
        !before.isEmpty()
            && before.getLast().standing() == Standing.IN_TITLE_AFTER_PREPOSITION
            && BETWEEN.matcher(text.substring(before.getLast().end(), start)).matches();
    boolean due =
        PREPOSITION.matcher(text).region(Math.max(0, start - LONGEST_BEFORE), start).find();
    return goesOn || due ? Standing.IN_TITLE_AFTER_PREPOSITION : Standing.IN_TITLE;
  }
}
