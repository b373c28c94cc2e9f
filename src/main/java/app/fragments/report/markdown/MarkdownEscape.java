package app.fragments.report.markdown;

import java.util.regex.Pattern;

/// Escapes plain text for use in Markdown.
public final class MarkdownEscape {
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]<>&|~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
  private static final Pattern AT_START = Pattern.compile("^(\\d{0,9})([#+=.)-])");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private MarkdownEscape() {}

  /// One line of Markdown that renders as this text; white space becomes single spaces.
  public static String line(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    line = SPECIAL.matcher(line).replaceAll("\\\\$0");
    return AT_START.matcher(line).replaceFirst("$1\\\\$2");
  }
}
