package app.fragments.ui.editor.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a word or phrase in a text, ignoring case. Blanks match any white space.
public final class TextFinder {
  /// More are not counted.
  public static final int MAX_HITS = 10_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private TextFinder() {}

  public static List<TextRange> find(String text, String query) {
    List<TextRange> hits = new ArrayList<>();
    if (query.isBlank()) {
      return hits;
    }
    String pattern =
        BLANKS
            .splitAsStream(query.strip())
            .map(Pattern::quote)
            .reduce((a, b) -> a + "\\s+" + b)
            .orElseThrow();
    Matcher matcher =
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
    while (hits.size() < MAX_HITS && matcher.find()) {
      hits.add(new TextRange(matcher.start(), matcher.end()));
    }
    return hits;
  }

  /// The index of the first hit at or after an offset; the first one if there is none.
  public static int firstFrom(List<TextRange> hits, int offset) {
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).start() >= offset) {
        return i;
      }
    }
    return 0;
  }
}
