package app.fragments.report.factcheck;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;

/// Guesses what language a text is in, as far as its capitals mean something else, by its small
/// words.
enum LanguageDetector {
  ENGLISH,
  /// Where every noun has a capital.
  GERMAN,
  OTHER;

  private static final Set<String> GERMAN_WORDS =
      Set.of(
          "der", "die", "das", "dem", "den", "des", "und", "nicht", "ist", "mit", "auf", "fur",
          "ein", "eine", "von", "im", "am", "zu", "zum", "zur", "wurde", "wurden", "sich", "bei");

  /// English "die", Portuguese "das" and French "des" are no German; "in", "an" and "on" tell
  /// nothing.
  private static final Set<String> ENGLISH_WORDS =
      Set.of("the", "and", "not", "is", "with", "for", "of", "to", "was", "at", "from", "by");

  private static final Set<String> OTHER_WORDS =
      Set.of(
          "de", "het", "een", "van", "en", "la", "le", "les", "et", "el", "los", "que", "da",
          "para", "pour", "avec", "con", "di", "il", "och", "og");

  /// So few small words leave it open what language a text is in.
  private static final int FEW = 3;

  /// @param report what is to be guessed at
  /// @param fragments what it is made from, asked where the report is too short to tell
  static LanguageDetector of(String report, Iterable<String> fragments) {
    Count count = new Count();
    count.add(report);
    if (count.all() < FEW) {
      fragments.forEach(count::add);
    }
    return count.guess();
  }

  private static final class Count {
    private final Set<String> different = new HashSet<>();
    private int german;
    private int english;
    private int other;

    void add(String text) {
      Matcher word = WordNormalizer.WORD.matcher(text);
      while (word.find()) {
        String folded = WordNormalizer.fold(word.group());
        if (GERMAN_WORDS.contains(folded)) {
          german++;
          different.add(folded);
        }
        english += ENGLISH_WORDS.contains(folded) ? 1 : 0;
        other += OTHER_WORDS.contains(folded) ? 1 : 0;
      }
    }

    int all() {
      return german + english + other;
    }

    LanguageDetector guess() {
      if (german >= FEW && different.size() > 1 && german > english + other) {
        return GERMAN;
      }
      return english > other ? ENGLISH : OTHER;
    }
  }
}
