package app.fragments.journal;

import java.util.regex.Pattern;

/// The start of a Markdown text on one line, without markup.
public final class Excerpt {
  /// In characters: what fits the widest list row.
  public static final int MAX_LENGTH = 160;

  private static final Pattern BLOCK_MARKUP =
      Pattern.compile("(?m)^\\s*(?:[-*+] \\[[ xX]] |[-*+] |>+ ?|#{1,6} |\\d+[.)] )");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern INLINE_MARKUP =
      Pattern.compile("\\*\\*|__|~~|`+|(?<!\\w)[*_]|[*_](?!\\w)");
  private static final String INLINE_CHARACTERS = "*_~`";

  private Excerpt() {}

  /// At most [#MAX_LENGTH] characters.
  public static String of(String markdown) {
    String start = markdown.substring(0, Math.min(markdown.length(), 4 * MAX_LENGTH));
    String plain = BLOCK_MARKUP.matcher(start).replaceAll("");
    // imports create an excerpt of every entry, and most need neither pattern
    if (plain.indexOf('[') >= 0) {
      plain = LINK.matcher(plain).replaceAll("$1");
    }
    if (plain.chars().anyMatch(c -> INLINE_CHARACTERS.indexOf(c) >= 0)) {
      plain = INLINE_MARKUP.matcher(plain).replaceAll("");
    }
    plain = collapseWhitespace(plain).strip();
    if (plain.length() <= MAX_LENGTH) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return plain.substring(0, end);
  }

  /// Replaces each run of whitespace with one space.
  private static String collapseWhitespace(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean inSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isWhitespace(c);
      if (!space) {
        line.append(c);
      } else if (!inSpace) {
        line.append(' ');
      }
      inSpace = space;
    }
    return line.toString();
  }
}
