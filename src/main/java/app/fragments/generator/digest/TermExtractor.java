package app.fragments.generator.digest;

import app.fragments.report.factcheck.TokenNormalizer;
import app.fragments.report.factcheck.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Extracts the terms a text is about: normalized, stemmed and without stop words
/// (`stopwords.txt`). Remembers how each term was written.
final class TermExtractor {
  private static final int MAX_FORMS = 200_000;
  private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
  private static final Set<String> STOP_WORDS =
      WordList.load(TermExtractor.class, "stopwords.txt").stream()
          .map(TokenNormalizer::normalize)
          .collect(Collectors.toSet());

  private final Map<String, Map<String, Integer>> forms = new HashMap<>();

  List<String> extract(String text) {
    List<String> terms = new ArrayList<>();
    TokenNormalizer.words(withoutLinks(text)).forEach(word -> addTerms(word, terms));
    return terms;
  }

  private void addTerms(String word, List<String> terms) {
    String normal = TokenNormalizer.normalize(word);
    int first = normal.isEmpty() ? 0 : normal.codePointAt(0);
    if (isWrittenWithoutSpaces(first)) {
      for (int i = 0; i + 2 <= normal.length(); i++) {
        String bigram = normal.substring(i, i + 2);
        terms.add(bigram);
        remember(bigram, bigram);
      }
    } else if (normal.length() > 2 && Character.isLetter(first) && !STOP_WORDS.contains(normal)) {
      String stem = stem(normal);
      terms.add(stem);
      remember(stem, word);
    }
  }

  static String withoutLinks(String text) {
    return LINK.matcher(text).replaceAll(" ");
  }

  private static boolean isWrittenWithoutSpaces(int point) {
    return Character.isIdeographic(point)
        || Character.UnicodeScript.of(point) == Character.UnicodeScript.HIRAGANA
        || Character.UnicodeScript.of(point) == Character.UnicodeScript.KATAKANA;
  }

  private void remember(String stem, String form) {
    if (forms.size() < MAX_FORMS || forms.containsKey(stem)) {
      forms.computeIfAbsent(stem, key -> new HashMap<>()).merge(form, 1, Integer::sum);
    }
  }

  /// Removes plurals and the most common endings. A rough stem is good enough for comparisons.
  private static String stem(String word) {
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 5 && word.endsWith("ing")) {
      return word.substring(0, length - 3);
    }
    if (length > 4 && word.endsWith("ed")) {
      return word.substring(0, length - 2);
    }
    boolean plural =
        length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural || length > 4 && word.endsWith("e") ? word.substring(0, length - 1) : word;
  }

  /// The most common spelling of a term. Prefers lower case if the term ever has it.
  String mostCommonForm(String term) {
    Map<String, Integer> seen = forms.getOrDefault(term, Map.of(term, 1));
    boolean lower = seen.keySet().stream().anyMatch(TermExtractor::isLowerCase);
    return seen.entrySet().stream()
        .filter(form -> !lower || isLowerCase(form.getKey()))
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(term);
  }

  private static boolean isLowerCase(String form) {
    return form.equals(form.toLowerCase(Locale.ROOT));
  }
}
