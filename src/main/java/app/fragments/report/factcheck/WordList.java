package app.fragments.report.factcheck;

import app.fragments.settings.TextResource;
import java.util.List;
import java.util.Set;

/// Lists of words, written as text with white space between them.
public final class WordList {
  private WordList() {}

  public static List<String> listOf(String words) {
    return List.of(words.strip().split("\\s+", -1));
  }

  public static Set<String> setOf(String words) {
    return Set.copyOf(listOf(words));
  }

  /// Reads a resource beside a class. Lines that start with `#` are comments.
  public static Set<String> load(Class<?> owner, String resource) {
    return setOf(TextResource.read(owner, resource).replaceAll("(?m)^#.*$", ""));
  }
}
