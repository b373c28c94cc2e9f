package app.fragments.report.check;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;

/// Guesses whether a text is German, where every noun has a capital, by its small words.
final class GermanGuess {
  private static final Set<String> GERMAN =
      Set.of(
          "der", "die", "das", "dem", "den", "des", "und", "nicht", "ist", "mit", "auf", "fur",
          "ein", "eine", "von", "im", "am", "zu", "zum", "zur", "wurde", "wurden", "sich", "bei");

  /// Words of languages that have some of the German ones, too: English "die", Portuguese "das",
  /// French "des". "In", "an" and "on" tell nothing.
  private static final Set<String> OTHER =
      Set.of(
          "the", "and", "not", "is", "with", "for", "of", "to", "was", "de", "het", "een", "van",
          "en", "la", "le", "les", "et", "el", "los", "que", "do", "da", "para", "pour");

  /// So few small words leave it open what language a text is in.
  private static final int FEW = 3;

  private GermanGuess() {}

  /// @param report what is to be guessed at
  /// @param fragments what it is made from, asked where the report is too short to tell
  static boolean isGerman(String report, Iterable<String> fragments) {
    Count count = new Count();
    count.add(report);
    if (count.all() < FEW) {
      fragments.forEach(count::add);
    }
    return count.isGerman();
  }

  private static final class Count {
    private final Set<String> different = new HashSet<>();
    private int german;
    private int other;

    void add(String text) {
      Matcher word = Words.WORD.matcher(text);
      while (word.find()) {
        String folded = Words.fold(word.group());
        if (GERMAN.contains(folded)) {
          german++;
          different.add(folded);
        }
        other += OTHER.contains(folded) ? 1 : 0;
      }
    }

    int all() {
      return german + other;
    }

    boolean isGerman() {
      return german >= FEW && different.size() > 1 && german > other;
    }
  }
}
