package app.fragments.ui.editor.markdown;

import app.fragments.journal.PictureId;
import app.fragments.ui.editor.markdown.LineStyle.Box;
import app.fragments.ui.editor.markdown.LineStyle.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Collects the styles of one line, from the outermost block to the innermost mark.
final class LineStyler {
  /// Longer lines have no inline styles: each styled run is a node.
  private static final int MAX_STYLED = 12_000;

  private static final Pattern ITEM =
      Pattern.compile("[ \\t]*([-*+]|\\d{1,9}[.)])(?: {1,4}(?! )|[ \\t]|$)");
  private static final Pattern BOX = Pattern.compile("\\[([ xX])\\](?:[ \\t]|$)");
  private static final Pattern ATX = Pattern.compile("#{1,6}(?:[ \\t]+|$)");
  private static final Pattern CLOSING_ATX = Pattern.compile("[ \\t]+#+[ \\t]*$");

  private final String text;
  private final int[] bits;
  private final List<LinkRange> links = new ArrayList<>();
  private Kind kind = Kind.TEXT;
  private Box box = Box.NONE;
  private String marker = "";
  private int level;
  private int quotes;
  private int depth;

  /// Where the content starts, after the markers of the blocks so far.
  private int content;

  LineStyler(String text) {
    this.text = text;
    bits = new int[text.length()];
  }

  StyledLine line() {
    boolean hasPrefix = quotes > 0 || depth > 0;
    if (!hasPrefix && kind == Kind.TEXT && links.isEmpty() && bits.length == 0) {
      return StyledLine.plain(0);
    }
    List<LinkRange> pictures =
        links.stream().filter(link -> PictureId.ofAddress(link.target()).isPresent()).toList();
    return new StyledLine(
        new LineStyle(
            kind, level, quotes, depth, marker, box, hasPrefix ? content : 0, false, pictures, 0),
        StyledLine.runsOf(bits),
        List.copyOf(links));
  }

  String text() {
    return text;
  }

  /// A line of a quote. A lazy continuation line has no marker.
  void quote() {
    int at = skipBlanks(content, 3);
    if (at < text.length() && text.charAt(at) == '>') {
      at++;
      if (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      dimTo(at);
    }
    quotes++;
  }

  /// The first line of a list item.
  void item() {
    depth++;
    Matcher item = ITEM.matcher(text).region(content, text.length());
    if (item.lookingAt()) {
      marker = item.group(1);
      dimTo(item.end());
      Matcher task = BOX.matcher(text).region(content, text.length());
      if (task.lookingAt()) {
        box = task.group(1).isBlank() ? Box.OPEN : Box.DONE;
        dimTo(task.end());
      }
    }
  }

  /// Another line of a list item.
  ///
  /// @param indent of the item's content
  void itemContinued(int indent) {
    depth++;
    dimTo(skipBlanks(content, indent));
  }

  void heading(int headingLevel, boolean isUnderline) {
    kind = Kind.HEADING;
    level = headingLevel;
    Matcher opening = ATX.matcher(text).region(skipBlanks(content, 3), text.length());
    if (isUnderline) {
      add(Mark.SYNTAX, 0, text.length());
    } else if (opening.lookingAt()) {
      add(Mark.SYNTAX, 0, opening.end());
      Matcher closing = CLOSING_ATX.matcher(text);
      if (closing.find(Math.max(0, opening.end() - 1))) {
        add(Mark.SYNTAX, closing.start(), text.length());
      }
    }
  }

  /// @param isSyntax for a fence or a rule
  void block(Kind blockKind, boolean isSyntax) {
    kind = blockKind;
    if (isSyntax) {
      add(Mark.SYNTAX, content, text.length());
    }
  }

  void add(Mark mark, int from, int to) {
    if (text.length() > MAX_STYLED) {
      return;
    }
    for (int i = Math.max(0, from); i < Math.min(to, bits.length); i++) {
      bits[i] |= mark.bit();
    }
  }

  void link(LinkRange link) {
    if (text.length() <= MAX_STYLED) {
      links.add(link);
    }
  }

  private void dimTo(int end) {
    add(Mark.SYNTAX, content, end);
    content = end;
  }

  private int skipBlanks(int from, int atMost) {
    int at = from;
    while (at < text.length()
        && at - from < atMost
        && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
