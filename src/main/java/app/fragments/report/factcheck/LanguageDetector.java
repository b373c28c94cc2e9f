package app.fragments.report.factcheck;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Guesses a text's language from its function words, as far as it matters for capitalization.
final class LanguageDetector {
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

  private LanguageDetector() {}

  /// @param fragments consulted if the report is too short for a guess
  static Language detect(String report, List<String> fragments) {
    List<String> words = functionWords(Stream.of(report));
    if (words.size() < MIN_WORDS) {
      words = functionWords(Stream.concat(Stream.of(report), fragments.stream()));
    }
    List<String> german = words.stream().filter(GERMAN_WORDS::contains).toList();
    long english = words.stream().filter(ENGLISH_WORDS::contains).count();
    long other = words.size() - german.size() - english;
    if (german.size() >= MIN_WORDS
        && german.stream().distinct().count() > 1
        && german.size() > english + other) {
      return Language.GERMAN;
    }
    return english > other ? Language.ENGLISH : Language.OTHER;
  }

  private static List<String> functionWords(Stream<String> texts) {
    return texts
        .flatMap(TokenNormalizer::words)
        .map(TokenNormalizer::normalize)
        .filter(
            w -> Stream.of(GERMAN_WORDS, ENGLISH_WORDS, OTHER_WORDS).anyMatch(s -> s.contains(w)))
        .toList();
  }
}
