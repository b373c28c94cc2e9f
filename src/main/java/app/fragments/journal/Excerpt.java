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
    StringBuilder collapsed = new StringBuilder(plain.length());
    for (char c : plain.toCharArray()) {
      if (!Character.isWhitespace(c)) {
        collapsed.append(c);
      } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
        collapsed.append(' ');
      }
    }
    String line = collapsed.toString().strip();
    if (line.length() <= MAX_LENGTH) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return line.substring(0, end);
  }
}
