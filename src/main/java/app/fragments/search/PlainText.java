package app.fragments.search;

import app.fragments.search.MatchContext.Mark;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a Markdown text on one line, without markup, that knows where each character went.
final class PlainText {
  private static final Pattern BLOCK =
      Pattern.compile("[ \\t]*(?:(?:[-*+] \\[[ xX]] |[-*+] |>+ ?|#{1,6} |\\d+[.)] )[ \\t]*)+");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]*)]\\([^)\\n]*\\)");
  private static final String ALWAYS_MARKUP = "`";
  private static final String DOUBLED_MARKUP = "*_~";

  private final String markdown;
  private final int from;
  private final int to;

  /// For each character from `from` to `to`, and the end, how much of the text precedes it.
  private final int[] positions;

  private final StringBuilder text = new StringBuilder();

  /// @param from the first character
  /// @param to exclusive
  PlainText(String markdown, int from, int to) {
    this.markdown = markdown;
    this.from = from;
    this.to = to;
    positions = new int[to - from + 1];
    convert();
  }

  String text() {
    return text.toString();
  }

  /// Where a part of the original went; empty if all of it is markup.
  Mark mark(Mark original) {
    int start = Math.clamp(original.start(), from, to) - from;
    int end = Math.clamp(original.end(), from, to) - from;
    int length = text.length(); // trailing spaces were dropped
    return new Mark(Math.min(positions[start], length), Math.min(positions[end], length));
  }

  private void convert() {
    Matcher block = BLOCK.matcher(markdown);
    Matcher link = LINK.matcher(markdown);
    int i = from;
    int linkTextEnd = -1;
    int linkEnd = -1;
    while (i < to) {
      if (i == linkTextEnd) {
        i = skip(i, linkEnd);
        linkTextEnd = -1;
        continue;
      }
      boolean lineStart = i == 0 || markdown.charAt(i - 1) == '\n';
      if (lineStart && block.region(i, markdown.length()).lookingAt()) {
        i = skip(i, block.end());
        continue;
      }
      char c = markdown.charAt(i);
      if ((c == '[' || c == '!') && link.region(i, markdown.length()).lookingAt()) {
        linkTextEnd = link.end(1);
        linkEnd = link.end();
        i = skip(i, link.start(1));
        continue;
      }
      positions[i - from] = text.length();
      if (!isMarkup(i)) {
        append(c);
      }
      i++;
    }
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    positions[to - from] = text.length();
  }

  private int skip(int start, int end) {
    for (int i = start; i < Math.min(end, to); i++) {
      positions[i - from] = text.length();
    }
    return end;
  }

  private boolean isMarkup(int i) {
    char c = markdown.charAt(i);
    if (ALWAYS_MARKUP.indexOf(c) >= 0) {
      return true;
    }
    if (DOUBLED_MARKUP.indexOf(c) < 0) {
      return false;
    }
    boolean doubled = at(i - 1) == c || at(i + 1) == c;
    boolean single = c != '~' && (!isWord(at(i - 1)) || !isWord(at(i + 1)));
    boolean spaced = Character.isWhitespace(at(i - 1)) && Character.isWhitespace(at(i + 1));
    return doubled || (single && !spaced);
  }

  private char at(int i) {
    return i >= 0 && i < markdown.length() ? markdown.charAt(i) : ' ';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /// Joins white space, and drops control characters and those that change the direction of text.
  private void append(char c) {
    if (Character.isWhitespace(c)) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    } else if (!Character.isISOControl(c)
        && !(c >= '\u202A' && c <= '\u202E')
        && !(c >= '\u2066' && c <= '\u2069')) {
      text.append(c);
    }
  }
}
