package app.fragments.report.factcheck;

import java.util.HashSet;
import java.util.Set;

/// Guesses a text's language from its function words. Only the differences that matter for
/// capitalization count.
final class LanguageDetector {
  /// What a text is written in.
  enum Language {
    ENGLISH,
    /// Capitalizes every noun.
    GERMAN,
    OTHER
  }

  private static final Set<String> GERMAN_WORDS =
      WordList.setOf(
          """
          der die das dem den des und nicht ist mit auf fur ein eine von im am zu zum zur wurde
          wurden sich bei
          """);

  /// English "die", Portuguese "das" and French "des" are not German; "in", "an" and "on" are no
  /// use at all.
  private static final Set<String> ENGLISH_WORDS =
      WordList.setOf("the and not is with for of to was at from by");

  private static final Set<String> OTHER_WORDS =
      WordList.setOf(
          "de het een van en la le les et el los que da para pour avec con di il och og");

  /// Fewer function words are not enough for a guess.
  private static final int MIN_WORDS = 3;

  private final Set<String> distinctGerman = new HashSet<>();
  private int german;
  private int english;
  private int other;

  private LanguageDetector() {}

  /// @param fragments consulted if the report is too short for a guess
  static Language detect(String report, Iterable<String> fragments) {
    LanguageDetector counts = new LanguageDetector();
    counts.add(report);
    if (counts.german + counts.english + counts.other < MIN_WORDS) {
      fragments.forEach(counts::add);
    }
    return counts.guess();
  }

  private void add(String text) {
    TokenNormalizer.words(text)
        .map(TokenNormalizer::normalize)
        .forEach(
            word -> {
              if (GERMAN_WORDS.contains(word)) {
                german++;
                distinctGerman.add(word);
              }
              english += ENGLISH_WORDS.contains(word) ? 1 : 0;
              other += OTHER_WORDS.contains(word) ? 1 : 0;
            });
  }

  private Language guess() {
    if (german >= MIN_WORDS && distinctGerman.size() > 1 && german > english + other) {
      return Language.GERMAN;
    }
    return english > other ? Language.ENGLISH : Language.OTHER;
  }
}
