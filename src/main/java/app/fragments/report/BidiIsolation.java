package app.fragments.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// Keeps Unicode's direction controls from reordering the text around the text that has them: an
/// unclosed override in a title would otherwise reverse the date beside it.
public final class BidiIsolation {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final char POP_EMBEDDING = '\u202C';
  private static final Pattern OPENING = Pattern.compile("[\u202A\u202B\u202D\u202E\u2066-\u2068]");

  private BidiIsolation() {}

  /// The text as an isolate of its own, or unchanged if it has no direction controls.
  public static String isolate(String text) {
    return OPENING.matcher(text).find()
        ? FIRST_STRONG_ISOLATE + text + missingEnds(text) + POP_ISOLATE
        : text;
  }

  /// The Markdown with every line's embeddings, overrides and isolates closed at its end.
  public static String closeLines(String markdown) {
    if (!OPENING.matcher(markdown).find()) {
      return markdown;
    }
    StringBuilder closed = new StringBuilder();
    for (String line : markdown.split("(?<=\n)")) {
      String text = line.stripTrailing();
      closed.append(text).append(missingEnds(text)).append(line.substring(text.length()));
    }
    return closed.toString();
  }

  /// What closes everything that the text leaves open, innermost first.
  private static String missingEnds(String text) {
    Deque<Character> open = new ArrayDeque<>();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\u202A', '\u202B', '\u202D', '\u202E' -> open.push(POP_EMBEDDING);
        case '\u2066', '\u2067', '\u2068' -> open.push(POP_ISOLATE);
        case POP_EMBEDDING -> popEmbedding(open);
        case POP_ISOLATE -> popIsolate(open);
        default -> {}
      }
    }
    StringBuilder ends = new StringBuilder();
    open.forEach(ends::append);
    return ends.toString();
  }

  private static void popEmbedding(Deque<Character> open) {
    if (Character.valueOf(POP_EMBEDDING).equals(open.peek())) {
      open.pop();
    }
  }

  /// The end of an isolate also ends the embeddings in it.
  private static void popIsolate(Deque<Character> open) {
    if (open.contains(POP_ISOLATE)) {
      char ended;
      do {
        ended = open.pop();
      } while (ended != POP_ISOLATE);
    }
  }
}
