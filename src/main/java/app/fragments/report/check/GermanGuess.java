package app.fragments.report.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/// Guesses whether a text is German, where every noun has a capital, by its small words.
final class GermanGuess {
  private static final Set<String> GERMAN =
      Set.of("der", "die", "das", "und", "nicht", "ist", "mit", "auf", "für", "ein", "eine", "von");
  private static final Set<String> ENGLISH =
      Set.of("the", "and", "not", "is", "with", "on", "for", "a", "an", "of", "to", "in");

  private GermanGuess() {}

  static boolean isGerman(String text) {
    int german = 0;
    int english = 0;
    Matcher word = Words.WORD.matcher(text);
    while (word.find()) {
      String lower = word.group().toLowerCase(Locale.ROOT);
      german += GERMAN.contains(lower) ? 1 : 0;
      english += ENGLISH.contains(lower) ? 1 : 0;
    }
    return german > 2 && german > english;
  }
}
