package app.fragments.report.factcheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return setOf(text.replaceAll("(?m)^#.*$", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
