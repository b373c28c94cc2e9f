package app.fragments.report.html;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Completes Markdown that was cut off anywhere.
final class PartialMarkdown {
  private static final Pattern OPEN_CITATION = Pattern.compile("\\s*\\[[Ff]?[\\d\\s,Ff–-]*\\z");
  private static final Pattern LONE_MARKS =
      Pattern.compile("\\n[ \\t]*(?:#{1,6}|[-*+>]|\\d+\\.)?[ \\t]*\\z");
  private static final Pattern STRONG = Pattern.compile("\\*\\*");

  /// Longer than any mark that a text can be cut off in.
  private static final int TAIL = 100;

  private PartialMarkdown() {}

  /// Removes an unfinished citation or list item from the end and closes bold text.
  static String close(String markdown) {
    int tail = Math.max(0, markdown.length() - TAIL);
    String end = OPEN_CITATION.matcher(markdown.substring(tail)).replaceFirst("");
    end = LONE_MARKS.matcher(end).replaceFirst("\n");
    String text = (markdown.substring(0, tail) + end).stripTrailing();
    int paragraph = Math.max(text.lastIndexOf('\n'), 0);
    List<MatchResult> strong =
        STRONG.matcher(text).region(paragraph, text.length()).results().toList();
    if (strong.size() % 2 == 0) {
      return text;
    }
    boolean atEnd = strong.getLast().end() == text.length();
    return atEnd ? text.substring(0, text.length() - 2) : text + "**";
  }
}
