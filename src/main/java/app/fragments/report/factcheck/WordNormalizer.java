package app.fragments.report.factcheck;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words without what does not tell them apart: case, accents, the possessive.
public final class WordNormalizer {
  /// A word: letters, marks and digits, with apostrophes inside.
  public static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*+(?:['’]\\p{L}[\\p{L}\\p{M}]*+)*+");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

  private static final Set<String> SUFFIXES =
      Set.of("s", "es", "e", "d", "ed", "ing", "er", "ers", "n", "an", "ian", "ish", "ly", "ion");

  private static final int LONGEST_ELIDED = 4;

  /// What follows in "it's", "don't" or "we'll" is no word.
  private static final int SHORTEST_ELIDING = 3;

  private WordNormalizer() {}

  /// "Müller’s" and "MULLER" as "muller".
  public static String fold(String word) {
    String folded = word;
    if (!isAscii(word)) {
      folded = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
    }
    folded = folded.toLowerCase(Locale.ROOT);
    if (folded.indexOf('\'') >= 0 || folded.indexOf('’') >= 0) {
      folded = POSSESSIVE.matcher(folded).replaceFirst("").replace('’', '\'');
    }
    return folded;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /// Where the word itself begins after an article or preposition that lost its vowel: 2 for
  /// "d'Antoine" and "L’Espagne", 5 for "dell'Orto"; 0 for a word without.
  static int afterElision(String word) {
    for (int at = 1; at <= LONGEST_ELIDED && at < word.length() - 1; at++) {
      if (word.charAt(at) == '\'' || word.charAt(at) == '’') {
        return word.length() - at > SHORTEST_ELIDING ? at + 1 : 0;
      }
    }
    return 0;
  }

  /// Whether a folded word is among others as it stands or in another of its forms: "importers" for
  /// "importer", "Londoner" for "London", "released" for "release".
  static boolean hasForm(Set<String> folded, String word) {
    if (folded.contains(word)) {
      return true;
    }
    if (word.length() < 3) {
      return false;
    }
    for (String suffix : SUFFIXES) {
      if (folded.contains(word + suffix)) {
        return true;
      }
      if (word.endsWith(suffix) && word.length() - suffix.length() >= 3) {
        String stem = word.substring(0, word.length() - suffix.length());
        if (folded.contains(stem) || folded.contains(stem + "e")) {
          return true;
        }
      }
    }
    return false;
  }
}
