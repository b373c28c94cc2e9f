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
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Excerpt() {}

  /// At most [#MAX_LENGTH] characters; empty for an empty text.
  public static String of(String markdown) {
    String start = markdown.substring(0, Math.min(markdown.length(), 4 * MAX_LENGTH));
    String plain = LINE_MARKS.matcher(start).replaceAll("");
    plain = LINK.matcher(plain).replaceAll("$1");
    plain = INLINE_MARKS.matcher(plain).replaceAll("");
    plain = SPACE.matcher(plain).replaceAll(" ").strip();
    if (plain.length() <= MAX_LENGTH) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return plain.substring(0, end);
  }
}
