package app.fragments.report.factcheck;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// English words that are capitalized in titles without being names, from `common-words.txt`.
final class CommonWords {
  /// Endings that names of this length hardly ever have.
  private static final Pattern COMMON_ENDING =
      Pattern.compile(
          ".{4,}(?:tion|sion)s?|.{5,}(?:ment|ity|able|ible)s?|.{6,}ing|.{3,}(?:less|ful)|.{6,}ness"
              + "|.{4,}(?<!fr|mm|am|le|al|dr)ed|.{5,}[^l]ly|.{3,}(?:ally|fully|ively|ously)");

  private static final List<String> SUFFIXES = WordList.listOf("s es d ed ing ly ion");
  private static final Set<String> WORDS = WordList.load(CommonWords.class, "common-words.txt");

  private CommonWords() {}

  /// Whether the list has the word in some form, or it looks like a common word: "Shipped",
  /// "Policies".
  static boolean contains(String word) {
    String normal = TokenNormalizer.normalize(word);
    return WORDS.contains(normal)
        || COMMON_ENDING.matcher(normal).matches()
        || SUFFIXES.stream()
            .filter(normal::endsWith)
            .map(suffix -> normal.substring(0, normal.length() - suffix.length()))
            .anyMatch(CommonWords::hasStem);
  }

  private static boolean hasStem(String stem) {
    int last = stem.length() - 1;
    if (last < 2) {
      return false;
    }
    boolean doubled = stem.charAt(last) == stem.charAt(last - 1);
    boolean softened = stem.charAt(last) == 'i' || stem.endsWith("ie");
    return WORDS.contains(stem)
        || WORDS.contains(stem + "e")
        || (doubled && WORDS.contains(stem.substring(0, last)))
        || (softened && WORDS.contains(stem.substring(0, stem.lastIndexOf('i')) + "y"));
  }
}
