package app.fragments.ui.report;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the words of a fragment that a sentence of a report is based on.
final class PassageFinder {
  /// In characters: what a small card can hold.
  static final int MAX_LENGTH = 240;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private PassageFinder() {}

  /// The sentence of the text that shares most with the citing words, verbatim; the first one if
  /// none shares anything. Empty for an empty text.
  static String best(String text, String citing) {
    Set<String> wanted = words(citing);
    String best = "";
    double bestScore = -1;
    for (String sentence : sentences(text)) {
      double score = score(words(sentence), wanted);
      if (score > bestScore) {
        best = sentence;
        bestScore = score;
      }
    }
    return shortened(best);
  }

  /// Counts shared words, those with digits twice, relative to the length of the sentence.
  private static double score(Set<String> own, Set<String> wanted) {
    double shared =
        own.stream()
            .filter(wanted::contains)
            .mapToDouble(word -> Character.isDigit(word.charAt(0)) ? 2 : 1)
            .sum();
    return shared / Math.sqrt(own.size() + 4.0);
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String line : text.lines().toList()) {
      BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
      breaks.setText(line);
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        sentences.add(line.substring(start, end).strip());
        start = end;
      }
    }
    sentences.removeIf(String::isEmpty);
    return sentences;
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 3 || Character.isDigit(word.charAt(0)))
        .collect(Collectors.toSet());
  }

  private static String shortened(String sentence) {
    if (sentence.length() <= MAX_LENGTH) {
      return sentence;
    }
    int space = sentence.lastIndexOf(' ', MAX_LENGTH);
    return sentence.substring(0, space > MAX_LENGTH / 2 ? space : MAX_LENGTH);
  }
}
