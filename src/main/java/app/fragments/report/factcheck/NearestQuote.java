package app.fragments.report.factcheck;

import app.fragments.journal.Entry;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import app.fragments.report.markdown.Sentences;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the words of a cited fragment that come closest to a claim the fragment does not support.
final class NearestQuote {
  private static final int MAX_LENGTH = 90;
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private NearestQuote() {}

  /// A few words of the fragment as written, or null if none come close.
  ///
  /// @param sentence the report's sentence with the claim
  static @Nullable String find(FlagKind kind, String sentence, Entry fragment, Markdown markdown) {
    Set<String> wanted = words(sentence);
    String best = null;
    double bestScore = 0;
    for (Passage passage : markdown.passages(fragment.text())) {
      List<String> sentences = Sentences.of(SPACE.matcher(passage.text()).replaceAll(" "));
      for (int i = 0; i < sentences.size(); i++) {
        double score = score(kind, sentences.get(i), wanted);
        if (score > bestScore) {
          best = withNextNumber(kind, sentences, i);
          bestScore = score;
        }
      }
    }
    return best == null ? null : shorten(best, kind, wanted);
  }

  /// A wrong number may have been calculated from one in the next sentence too.
  private static String withNextNumber(FlagKind kind, List<String> sentences, int index) {
    String sentence = sentences.get(index);
    String next = index + 1 == sentences.size() ? "" : sentences.get(index + 1);
    boolean both = kind == FlagKind.NUMBER && hasDigit(sentence) && hasDigit(next);
    return both && sentence.length() + next.length() < MAX_LENGTH
        ? sentence + " " + next
        : sentence;
  }

  private static double score(FlagKind kind, String sentence, Set<String> wanted) {
    long shared = words(sentence).stream().filter(wanted::contains).count();
    boolean number = (kind == FlagKind.NUMBER || kind == FlagKind.DATE) && hasDigit(sentence);
    return shared / Math.sqrt(20.0 + sentence.length()) + (number ? 0.3 : 0);
  }

  private static boolean hasDigit(String text) {
    return DIGIT.matcher(text).find();
  }

  private static Set<String> words(String text) {
    return TokenNormalizer.words(text)
        .filter(word -> word.length() > 2 || hasDigit(word))
        .map(TokenNormalizer::normalize)
        .collect(Collectors.toSet());
  }

  /// The sentence, or the part around its first number or shared word, cut between words.
  private static String shorten(String sentence, FlagKind kind, Set<String> wanted) {
    if (sentence.length() <= MAX_LENGTH) {
      return sentence;
    }
    int middle = 0;
    Matcher digit = DIGIT.matcher(sentence);
    if (kind == FlagKind.NUMBER && digit.find()) {
      middle = digit.start();
    } else {
      Matcher word = TokenNormalizer.WORD.matcher(sentence);
      while (word.find() && !wanted.contains(TokenNormalizer.normalize(word.group()))) {
        middle = word.start();
      }
    }
    int from = Math.max(0, Math.min(middle - MAX_LENGTH / 2, sentence.length() - MAX_LENGTH));
    int start = from == 0 ? 0 : sentence.indexOf(' ', from) + 1;
    int to = Math.min(sentence.length(), start + MAX_LENGTH);
    int end = to == sentence.length() ? to : sentence.lastIndexOf(' ', to);
    if (end <= start) {
      end = Character.isHighSurrogate(sentence.charAt(to - 1)) ? to - 1 : to;
    }
    return (start > 0 ? "… " : "")
        + sentence.substring(start, end).strip()
        + (end < sentence.length() ? " …" : "");
  }
}
