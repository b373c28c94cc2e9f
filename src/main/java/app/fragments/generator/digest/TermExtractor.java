package app.fragments.generator.digest;

import app.fragments.report.factcheck.TokenNormalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a text is about off its words: folded, without endings, without the words that say
/// little (`stopwords.txt`). It remembers how each term was written, to name it again.
final class TermExtractor {
  private static final int MOST_FORMS = 200_000;
  private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");

  private final Set<String> stopWords;
  private final Map<String, Map<String, Integer>> forms = new HashMap<>();

  TermExtractor() {
    try (InputStream in = TermExtractor.class.getResourceAsStream("stopwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("stopwords.txt is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      stopWords =
          Stream.of(text.strip().split("\\s+", -1))
              .map(TokenNormalizer::normalize)
              .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The terms of a text, in order.
  List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    Matcher word = TokenNormalizer.WORD.matcher(withoutLinks(text));
    while (word.find()) {
      String folded = TokenNormalizer.normalize(word.group());
      int first = folded.isEmpty() ? 0 : folded.codePointAt(0);
      if (isIdeograph(first)) {
        addPairs(folded, terms);
      } else if (folded.length() > 2 && Character.isLetter(first) && !stopWords.contains(folded)) {
        String stem = stem(folded);
        terms.add(stem);
        remember(stem, word.group());
      }
    }
    return terms;
  }

  /// The parts of an address are no words.
  static String withoutLinks(String text) {
    return LINK.matcher(text).replaceAll(" ");
  }

  private static boolean isIdeograph(int point) {
    return Character.isIdeographic(point)
        || Character.UnicodeScript.of(point) == Character.UnicodeScript.HIRAGANA
        || Character.UnicodeScript.of(point) == Character.UnicodeScript.KATAKANA;
  }

  /// Scripts without spaces: each two characters that stand together.
  private void addPairs(String run, List<String> terms) {
    for (int i = 0; i + 2 <= run.length(); i++) {
      String pair = run.substring(i, i + 2);
      terms.add(pair);
      remember(pair, pair);
    }
  }

  private void remember(String stem, String form) {
    if (forms.size() < MOST_FORMS || forms.containsKey(stem)) {
      forms.computeIfAbsent(stem, key -> new HashMap<>()).merge(form, 1, Integer::sum);
    }
  }

  /// Plurals and the commonest endings taken off; a rough stem is enough to compare by.
  private static String stem(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.length() > 5 && word.endsWith("ing")) {
      return word.substring(0, word.length() - 3);
    }
    if (word.length() > 4 && word.endsWith("ed")) {
      return word.substring(0, word.length() - 2);
    }
    if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
      return word.substring(0, word.length() - 1);
    }
    return word.length() > 4 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
  }

  /// How the term is written most often; in lower case where it ever is.
  String written(String term) {
    Map<String, Integer> seen = forms.getOrDefault(term, Map.of(term, 1));
    boolean lower =
        seen.keySet().stream().anyMatch(form -> form.equals(form.toLowerCase(Locale.ROOT)));
    return seen.entrySet().stream()
        .filter(form -> !lower || form.getKey().equals(form.getKey().toLowerCase(Locale.ROOT)))
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(term);
  }
}
