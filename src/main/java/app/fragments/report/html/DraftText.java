package app.fragments.report.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Markdown that breaks off anywhere, made to look as if it did not.
final class DraftText {
  private static final Pattern OPEN_CITATION = Pattern.compile("\\s*\\[[Ff]?[\\d\\s,Ff–-]*\\z");
  private static final Pattern LONE_MARKS =
      Pattern.compile("\\n[ \\t]*(?:#{1,6}|[-*+>]|\\d+\\.)?[ \\t]*\\z");
  private static final Pattern STRONG = Pattern.compile("\\*\\*");

  private DraftText() {}

  /// Without the beginning of a citation or list item at the end, and with bold text closed.
  static String mended(String markdown) {
    String text = OPEN_CITATION.matcher(markdown).replaceFirst("");
    text = LONE_MARKS.matcher(text).replaceFirst("\n").stripTrailing();
    int paragraph = Math.max(text.lastIndexOf('\n'), 0);
    Matcher strong = STRONG.matcher(text).region(paragraph, text.length());
    boolean open = false;
    int last = -1;
    while (strong.find()) {
      open = !open;
      last = strong.end();
    }
    if (!open) {
      return text;
    }
    return last == text.length() ? text.substring(0, last - 2) : text + "**";
  }
}
