package app.fragments.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds `#tag` in Markdown, except in code, headings and URLs.
public final class InlineTags {
  private static final Pattern TAG = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_/-]+)");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");
  private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}(\\s.*)?");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)\\s*");
  private static final Pattern LIST_ITEM = Pattern.compile("\\s*([-*+]|\\d{1,9}[.)])\\s.*");
  private static final Pattern INDENTED = Pattern.compile("( {4}| {0,3}\t).*");
  private static final Pattern LINK_TARGET = Pattern.compile(" {0,3}\\[[^\\]]+]:.*");

  /// What may stand before a tag, apart from white space.
  private static final String BEFORE = "([{\"'“‘„«,;:–—";

  private final String text;
  private final List<Occurrence> found = new ArrayList<>();

  private InlineTags(String text) {
    this.text = text;
  }

  /// A tag in the text, from its `#` to `end`.
  private record Occurrence(int start, int end, String tag) {}

  /// The distinct tags of a text, in composed letters.
  public static List<String> of(String text) {
    return Tags.distinct(
        find(text).stream().map(Occurrence::tag).distinct().map(Tags::clean).toList());
  }

  /// Replaces tags.
  ///
  /// @param change gets a tag without `#`, and returns the new one
  static String replace(String text, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder(text);
    for (Occurrence one : find(text).reversed()) {
      String tag = Tags.clean(one.tag());
      String next = change.apply(tag);
      if (!next.equals(tag)) {
        changed.replace(one.start() + 1, one.end(), next);
      }
    }
    return changed.toString();
  }

  /// Removes the `#` of some tags.
  static String unmark(String text, Predicate<String> which) {
    StringBuilder changed = new StringBuilder(text);
    for (Occurrence one : find(text).reversed()) {
      if (which.test(one.tag())) {
        changed.deleteCharAt(one.start());
      }
    }
    return changed.toString();
  }

  /// Whether a tag can be written in a text.
  static boolean isValid(String tag) {
    return find("#" + tag).stream().anyMatch(one -> one.tag().equals(tag));
  }

  private static List<Occurrence> find(String text) {
    if (text.indexOf('#') < 0) {
      return List.of();
    }
    InlineTags tags = new InlineTags(text);
    tags.readLines();
    return tags.found;
  }

  /// Splits the text into paragraphs without code blocks, headings and link definitions.
  private void readLines() {
    int paragraph = -1;
    String fence = "";
    boolean inList = false;
    boolean afterBlank = true;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      boolean isBlank = line.isBlank();
      char first = isBlank ? '\n' : line.stripLeading().charAt(0);
      Matcher fenced = FENCE.matcher(line);
      boolean isFence = (first == '`' || first == '~') && fenced.matches();
      boolean isText = false;
      if (!fence.isEmpty()) {
        boolean closes = isFence && fenced.group(1).startsWith(fence) && fenced.group(2).isBlank();
        fence = closes ? "" : fence;
      } else if (isFence && !(first == '`' && fenced.group(2).contains("`"))) {
        fence = fenced.group(1);
      } else if (paragraph >= 0
          && (first == '=' || first == '-')
          && UNDERLINE.matcher(line).matches()) {
        paragraph = -1; // the paragraph is a heading
      } else {
        boolean isIndented = !isBlank && Character.isWhitespace(line.charAt(0));
        boolean isCode = afterBlank && !inList && isIndented && INDENTED.matcher(line).matches();
        inList =
            (isListMark(first) && LIST_ITEM.matcher(line).matches())
                || (inList && (isBlank || !afterBlank || isIndented));
        isText =
            !isBlank
                && !isCode
                && !(first == '#' && HEADING.matcher(line).matches())
                && !(first == '[' && LINK_TARGET.matcher(line).matches());
        afterBlank = isBlank || isCode;
      }
      if (isText && paragraph < 0) {
        paragraph = start;
      } else if (!isText && paragraph >= 0) {
        readParagraph(paragraph, start);
        paragraph = -1;
      }
      start = end + 1;
    }
    if (paragraph >= 0) {
      readParagraph(paragraph, text.length());
    }
  }

  private static boolean isListMark(char first) {
    return first == '-' || first == '*' || first == '+' || Character.isDigit(first);
  }

  private void readParagraph(int from, int to) {
    int position = from;
    while (position < to) {
      int code = indexOf('`', position, to);
      readText(position, code);
      int open = endOfTicks(code, to);
      position = code < to && !isEscaped(code) ? endOfCode(open, open - code, to) : open;
    }
  }

  /// The end of the code whose opening backticks end at `open`; `open` if nothing closes it.
  private int endOfCode(int open, int ticks, int to) {
    for (int i = indexOf('`', open, to); i < to; ) {
      int end = endOfTicks(i, to);
      if (end - i == ticks) {
        return end;
      }
      i = indexOf('`', end, to);
    }
    return open;
  }

  private int endOfTicks(int start, int to) {
    int end = start;
    while (end < to && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private int indexOf(char wanted, int from, int to) {
    int index = text.indexOf(wanted, from, to);
    return index < 0 ? to : index;
  }

  private boolean isEscaped(int index) {
    return index > 0 && text.charAt(index - 1) == '\\';
  }

  private void readText(int from, int to) {
    Matcher matcher = TAG.matcher(text);
    for (int start = indexOf('#', from, to); start < to; start = indexOf('#', start + 1, to)) {
      if (mayStartAt(start) && matcher.region(start, to).lookingAt()) {
        int end = matcher.end();
        while ("/-".indexOf(text.charAt(end - 1)) >= 0) {
          end--;
        }
        String tag = text.substring(start + 1, end);
        if (LETTER.matcher(tag).find() && !tag.startsWith("/")) {
          found.add(new Occurrence(start, end, tag));
        }
      }
    }
  }

  /// Whether a `#` starts a word there, outside a URL, a link's target and an HTML attribute.
  private boolean mayStartAt(int index) {
    if (index == 0 || Character.isWhitespace(text.charAt(index - 1))) {
      return true;
    }
    if (BEFORE.indexOf(text.charAt(index - 1)) < 0) {
      return false;
    }
    int word = index;
    while (word > 0 && !Character.isWhitespace(text.charAt(word - 1))) {
      word--;
    }
    String before = text.substring(word, index);
    return !before.contains("://")
        && !before.startsWith("www.")
        && !before.endsWith("](")
        && !before.contains("=");
  }
}
