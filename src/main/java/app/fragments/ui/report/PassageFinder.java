package app.fragments.ui.report;

import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Sentences;
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

  private static final int MAX_NOTE_LENGTH = 60;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private PassageFinder() {}

  /// The sentence of the text that shares most with the citing words, without Markdown; the first
  /// one if none shares anything. Empty for an empty text.
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
    return shortened(best, wanted);
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

  /// The sentences of each paragraph. Short lines are notes of their own.
  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (Passage passage : new Markdown().passages(text)) {
      List<String> lines = passage.text().lines().toList();
      boolean isNotes = lines.stream().allMatch(line -> line.length() <= MAX_NOTE_LENGTH);
      for (String part : isNotes ? lines : List.of(passage.text())) {
        sentences.addAll(Sentences.of(SPACE.matcher(part).replaceAll(" ")));
      }
    }
    return sentences;
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 3 || Character.isDigit(word.charAt(0)))
        .collect(Collectors.toSet());
  }

  /// The part of a sentence, between words, that shares most with the citing words.
  private static String shortened(String sentence, Set<String> wanted) {
    if (sentence.length() <= MAX_LENGTH) {
      return sentence;
    }
    String best = "";
    long most = -1;
    for (int start = 0; start >= 0; start = next(sentence, start)) {
      String part = sentence.substring(start, end(sentence, start));
      long shared = words(part).stream().filter(wanted::contains).count();
      if (shared > most) {
        most = shared;
        best = part;
      }
    }
    return best.strip();
  }

  /// The next word a part may start with, or -1.
  private static int next(String sentence, int start) {
    int space = sentence.indexOf(' ', start);
    return space < 0 || sentence.length() - start <= MAX_LENGTH ? -1 : space + 1;
  }

  private static int end(String sentence, int start) {
    if (sentence.length() - start <= MAX_LENGTH) {
      return sentence.length();
    }
    int space = sentence.lastIndexOf(' ', start + MAX_LENGTH);
    return space > start + MAX_LENGTH / 2 ? space : start + MAX_LENGTH;
  }
}
