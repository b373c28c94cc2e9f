package app.fragments.ui.editor.markdown;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/// Counts words, without Markdown's markers and the addresses of links.
public final class WordCount {
  private static final Pattern MARKERS =
      Pattern.compile(
          "(?m)^[ \\t>]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+(?:\\[[ xX]][ \\t])?|(?<=])\\([^()\\s]*\\)");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:[^\\s\\p{L}\\p{N}]+[\\p{L}\\p{N}\\p{M}]+)*");

  /// The first letter of a language that writes no blanks, Thai; those before it do.
  private static final char FIRST_UNSPACED = '\u0e00';

  private WordCount() {}

  /// Words are separated by blanks, or by the rules of their language if it writes none.
  public static int of(String text) {
    String words = MARKERS.matcher(text).replaceAll(" ");
    return words.chars().anyMatch(WordCount::isUnspaced)
        ? countByLanguage(words)
        : (int) WORD.matcher(words).results().count();
  }

  private static boolean isUnspaced(int letter) {
    if (letter < FIRST_UNSPACED || !Character.isLetter(letter)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER -> true;
      default -> false;
    };
  }

  private static int countByLanguage(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(text);
    int count = 0;
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      if (Character.isLetterOrDigit(text.codePointAt(start))) {
        count++;
      }
    }
    return count;
  }
}
