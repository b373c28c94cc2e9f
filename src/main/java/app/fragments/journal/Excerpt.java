package app.fragments.journal;

import java.util.regex.Pattern;

/// The first words of a Markdown text, without its marks, on one line.
public final class Excerpt {
  /// The longest excerpt, in characters: what fits a row of the list at its widest.
  public static final int MAX_LENGTH = 160;

  private static final Pattern LINE_MARKS =
      Pattern.compile("(?m)^\\s*(?:[-*+] \\[[ xX]] |[-*+] |>+ ?|#{1,6} |\\d+[.)] )");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern INLINE_MARKS =
      Pattern.compile("\\*\\*|__|~~|`+|(?<!\\w)[*_]|[*_](?!\\w)");
  private static final String MARKS = "*_~`";

  private Excerpt() {}

  /// At most [#MAX_LENGTH] characters; empty for an empty text.
  public static String of(String markdown) {
    String start = markdown.substring(0, Math.min(markdown.length(), 4 * MAX_LENGTH));
    String plain = LINE_MARKS.matcher(start).replaceAll("");
    // each import makes an excerpt of each entry; most have nothing that these would find
    if (plain.indexOf('[') >= 0) {
      plain = LINK.matcher(plain).replaceAll("$1");
    }
    if (plain.chars().anyMatch(c -> MARKS.indexOf(c) >= 0)) {
      plain = INLINE_MARKS.matcher(plain).replaceAll("");
    }
    plain = onOneLine(plain).strip();
    if (plain.length() <= MAX_LENGTH) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return plain.substring(0, end);
  }

  /// The text with a single space for each stretch of white space.
  private static String onOneLine(String text) {
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
