package app.fragments.report.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Markdown that breaks off anywhere, made to look as if it did not.
final class PartialMarkdown {
  private static final Pattern OPEN_CITATION = Pattern.compile("\\s*\\[[Ff]?[\\d\\s,Ff–-]*\\z");
  private static final Pattern LONE_MARKS =
      Pattern.compile("\\n[ \\t]*(?:#{1,6}|[-*+>]|\\d+\\.)?[ \\t]*\\z");
  private static final Pattern STRONG = Pattern.compile("\\*\\*");

  /// No mark that a text may break off in is longer.
  private static final int TAIL = 100;

  private PartialMarkdown() {}

  /// Without the beginning of a citation or list item at the end, and with bold text closed.
  static String mended(String markdown) {
    int tail = Math.max(0, markdown.length() - TAIL);
    String end = OPEN_CITATION.matcher(markdown.substring(tail)).replaceFirst("");
    end = LONE_MARKS.matcher(end).replaceFirst("\n");
    String text = (markdown.substring(0, tail) + end).stripTrailing();
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
