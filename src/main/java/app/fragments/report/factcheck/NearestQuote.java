package app.fragments.report.factcheck;

import app.fragments.journal.Entry;
import app.fragments.report.FlagKind;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the words of a cited fragment that come closest to a claim it does not bear out.
final class NearestQuote {
  private static final int LONGEST = 90;
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Markdown markdown;

  NearestQuote(Markdown markdown) {
    this.markdown = markdown;
  }

  /// A few words of the fragment, as they stand there, or null where none is near.
  ///
  /// @param sentence what the report says, the claim in it
  @Nullable String find(FlagKind kind, String sentence, Entry fragment) {
    Set<String> wanted = words(sentence);
    String best = null;
    double bestScore = 0;
    for (Passage passage : markdown.passages(fragment.text())) {
      List<String> sentences = sentences(passage.text());
      for (int i = 0; i < sentences.size(); i++) {
        double score = score(kind, sentences.get(i), wanted);
        if (score > bestScore) {
          best = withNextFigure(kind, sentences, i);
          bestScore = score;
        }
      }
    }
    return best == null ? null : shortened(best, kind, wanted);
  }

  /// Where a figure is in doubt, one in the next sentence may be what it was made of.
  private static String withNextFigure(FlagKind kind, List<String> sentences, int index) {
    String said = sentences.get(index);
    if (kind != FlagKind.NUMBER || index + 1 == sentences.size()) {
      return said;
    }
    String next = sentences.get(index + 1);
    boolean both = DIGIT.matcher(said).find() && DIGIT.matcher(next).find();
    return both && said.length() + next.length() < LONGEST ? said + " " + next : said;
  }

  private static double score(FlagKind kind, String said, Set<String> wanted) {
    long shared = words(said).stream().filter(wanted::contains).count();
    boolean figures =
        (kind == FlagKind.NUMBER || kind == FlagKind.DATE) && DIGIT.matcher(said).find();
    return shared / Math.sqrt(20.0 + said.length()) + (figures ? 0.3 : 0);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WordNormalizer.WORD.matcher(text);
    while (word.find()) {
      if (word.end() - word.start() > 2 || DIGIT.matcher(word.group()).find()) {
        words.add(WordNormalizer.fold(word.group()));
      }
    }
    return words;
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String sentence = SPACE.matcher(text.substring(start, end)).replaceAll(" ").strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  /// The sentence, or the part of it around its first figure or shared word, cut between words.
  private static String shortened(String sentence, FlagKind kind, Set<String> wanted) {
    if (sentence.length() <= LONGEST) {
      return sentence;
    }
    int middle = 0;
    Matcher digit = DIGIT.matcher(sentence);
    if (kind == FlagKind.NUMBER && digit.find()) {
      middle = digit.start();
    } else {
      Matcher word = WordNormalizer.WORD.matcher(sentence);
      while (word.find() && !wanted.contains(WordNormalizer.fold(word.group()))) {
        middle = word.start();
      }
    }
    int from = Math.max(0, Math.min(middle - LONGEST / 2, sentence.length() - LONGEST));
    int start = from == 0 ? 0 : sentence.indexOf(' ', from) + 1;
    int to = Math.min(sentence.length(), start + LONGEST);
    int end = to == sentence.length() ? to : sentence.lastIndexOf(' ', to);
    if (end <= start) {
      end = Character.isHighSurrogate(sentence.charAt(to - 1)) ? to - 1 : to;
    }
    return (start > 0 ? "… " : "")
        + sentence.substring(start, end).strip()
        + (end < sentence.length() ? " …" : "");
  }
}
