package app.fragments.report.factcheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// English words that have a capital in a title without being names, from `ordinary-words.txt`. For
/// one thread.
final class CommonWords {
  /// Endings that hardly any name of that length has.
  private static final Pattern LIKE_A_WORD =
      Pattern.compile(
          ".{4,}(?:tion|sion)s?|.{5,}(?:ment|ity|able|ible)s?|.{6,}ing|.{3,}(?:less|ful)|.{6,}ness"
              + "|.{4,}(?<!fr|mm|am|le|al|dr)ed|.{5,}[^l]ly|.{3,}(?:ally|fully|ively|ously)");

  private static final List<String> ENDINGS = List.of("s", "es", "d", "ed", "ing", "ly", "ion");

  private @Nullable Set<String> words;

  /// Whether it is one of them in some form, or looks like another: "Shipped", "Policies".
  boolean has(String word) {
    String folded = WordNormalizer.fold(word);
    return words().contains(folded)
        || LIKE_A_WORD.matcher(folded).matches()
        || ENDINGS.stream()
            .filter(folded::endsWith)
            .map(ending -> folded.substring(0, folded.length() - ending.length()))
            .anyMatch(this::hasStem);
  }

  private boolean hasStem(String stem) {
    int last = stem.length() - 1;
    if (last < 2) {
      return false;
    }
    boolean doubled = stem.charAt(last) == stem.charAt(last - 1);
    boolean softened = stem.charAt(last) == 'i' || stem.endsWith("ie");
    return words().contains(stem)
        || words().contains(stem + "e")
        || (doubled && words().contains(stem.substring(0, last)))
        || (softened && words().contains(stem.substring(0, stem.lastIndexOf('i')) + "y"));
  }

  /// Read when a title first has a word to be looked up: most reports need none of it.
  private Set<String> words() {
    if (words == null) {
      words = read();
    }
    return words;
  }

  private static Set<String> read() {
    try (InputStream in = CommonWords.class.getResourceAsStream("ordinary-words.txt")) {
      if (in == null) {
        throw new IllegalStateException("ordinary-words.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
