package app.fragments.report.factcheck;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Splits text into words and normalizes them, so that case, accents and the possessive do not
/// matter in comparisons.
public final class TokenNormalizer {
  /// A word: letters, marks and digits, with apostrophes inside.
  public static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*+(?:['’]\\p{L}[\\p{L}\\p{M}]*+)*+");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
  private static final Set<String> SUFFIXES =
      Set.of("s", "es", "e", "d", "ed", "ing", "er", "ers", "n", "an", "ian", "ish", "ly", "ion");
  private static final int MIN_STEM = 3;
  private static final int MAX_ELIDED_PREFIX = 4;

  /// Shorter endings, as in "it's", "don't" or "we'll", are not words.
  private static final int MIN_ELIDED_WORD = 3;

  private TokenNormalizer() {}

  /// The words of a text, as written.
  public static Stream<String> words(CharSequence text) {
    return WORD.matcher(text).results().map(MatchResult::group);
  }

  /// Turns "Müller’s" and "MULLER" into "muller".
  public static String normalize(String word) {
    String normal = word;
    if (!isAscii(word)) {
      normal = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
    }
    normal = normal.toLowerCase(Locale.ROOT);
    if (normal.indexOf('\'') >= 0 || normal.indexOf('’') >= 0) {
      normal = POSSESSIVE.matcher(normal).replaceFirst("").replace('’', '\'');
    }
    return normal;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /// The length of an elided article or preposition: 2 for "d'Antoine" and "L’Espagne", 5 for
  /// "dell'Orto", 0 for a word without one.
  static int elidedPrefixLength(String word) {
    for (int at = 1; at <= MAX_ELIDED_PREFIX && at < word.length() - 1; at++) {
      if (word.charAt(at) == '\'' || word.charAt(at) == '’') {
        return word.length() - at > MIN_ELIDED_WORD ? at + 1 : 0;
      }
    }
    return 0;
  }

  /// Whether a set of normalized words has the given one, or another form of it: "importers" for
  /// "importer", "Londoner" for "London", "released" for "release".
  static boolean containsForm(Set<String> words, String word) {
    return words.contains(word)
        || word.length() >= MIN_STEM
            && SUFFIXES.stream().anyMatch(s -> containsForm(words, word, s));
  }

  private static boolean containsForm(Set<String> words, String word, String suffix) {
    String stem = word.substring(0, Math.max(0, word.length() - suffix.length()));
    return words.contains(word + suffix)
        || word.endsWith(suffix)
            && stem.length() >= MIN_STEM
            && (words.contains(stem) || words.contains(stem + "e"));
  }
}
