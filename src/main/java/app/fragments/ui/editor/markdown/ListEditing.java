package app.fragments.ui.editor.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Enter, Tab and Backspace do in lists and quotes.
public final class ListEditing {
  private final String text;

  public ListEditing(String text) {
    this.text = text;
  }

  /// Enter: continues the item or quote and renumbers the items after it; ends it if it is empty.
  ///
  /// @return empty outside of lists and quotes, or with the caret in front of the content
  public Optional<TextEdit> enter(int selectionStart, int selectionEnd) {
    int start = lineStart(selectionStart);
    String line = text.substring(start, lineEnd(selectionStart));
    ListPrefix prefix = ListPrefix.of(line);
    int contentStart = start + prefix.length();
    boolean continues = prefix.isItem() || !prefix.quote().isEmpty();
    if (!continues || selectionStart < contentStart) {
      return Optional.empty();
    }
    if (line.length() == prefix.length() && selectionStart == selectionEnd) {
      return Optional.of(end(prefix, start));
    }
    String next = prefix.isItem() ? prefix.next().toString() : prefix.quote();
    int caret = selectionStart + 1 + next.length();
    int rest = skipBlank(selectionEnd);
    int lineEnd = lineEnd(selectionEnd);
    String inserted = "\n" + next + text.substring(rest, lineEnd);
    Renumbered after =
        prefix.isOrdered() ? renumber(lineEnd, prefix, prefix.number() + 2) : Renumbered.none();
    return Optional.of(
        TextEdit.of(selectionStart, lineEnd + after.length(), inserted + after.lines(), caret));
  }

  /// Backspace in front of the content of an item or quote: removes the marker.
  public Optional<TextEdit> backspace(int caret) {
    int start = lineStart(caret);
    ListPrefix prefix = ListPrefix.of(text.substring(start, lineEnd(caret)));
    boolean isRemovable = prefix.isItem() || !prefix.quote().isEmpty();
    return isRemovable && caret == start + prefix.length()
        ? Optional.of(end(prefix, start))
        : Optional.empty();
  }

  /// Tab or Shift+Tab: moves all items of the selection in or out by one level.
  ///
  /// @return empty if the selection has no item that can be moved
  public Optional<TextEdit> indent(int anchor, int caret, boolean outwards) {
    int start = lineStart(Math.min(anchor, caret));
    int end = lineEnd(Math.max(anchor, caret));
    List<String> before = text.substring(start, end).lines().toList();
    if (before.stream().noneMatch(line -> ListPrefix.of(line).isItem())) {
      return Optional.empty();
    }
    List<String> after = new ArrayList<>();
    int newAnchor = anchor;
    int newCaret = caret;
    int at = start;
    for (String line : before) {
      ListPrefix prefix = ListPrefix.of(line);
      String moved = move(line, prefix, outwards, unit(prefix, start));
      int grown = moved.length() - line.length();
      int indentStart = at + prefix.quote().length();
      newAnchor += anchor >= indentStart ? Math.max(grown, indentStart - anchor) : 0;
      newCaret += caret >= indentStart ? Math.max(grown, indentStart - caret) : 0;
      after.add(moved);
      at += line.length() + 1;
    }
    String changed = String.join("\n", after);
    return changed.equals(text.substring(start, end))
        ? Optional.empty()
        : Optional.of(new TextEdit(start, end, changed, newAnchor, newCaret));
  }

  private static String move(String line, ListPrefix prefix, boolean outwards, int unit) {
    if (!prefix.isItem()) {
      return line;
    }
    String rest = line.substring(prefix.quote().length());
    if (!outwards) {
      return prefix.quote() + " ".repeat(unit) + rest;
    }
    int blanks = Math.min(unit, prefix.indent().length());
    return prefix.quote() + (rest.startsWith("\t") ? rest.substring(1) : rest.substring(blanks));
  }

  /// The width of the marker of the item above, which a nested item must be indented by.
  private int unit(ListPrefix prefix, int start) {
    ListPrefix above =
        start == 0 ? prefix : ListPrefix.of(text.substring(lineStart(start - 1), start - 1));
    ListPrefix parent = above.isItem() ? above : prefix;
    return parent.marker().length() + 1;
  }

  /// Moves a nested item one level out, and removes any other marker.
  private TextEdit end(ListPrefix prefix, int start) {
    String left =
        prefix.isItem()
            ? parent(prefix, start).map(outer -> outer.next().toString()).orElse(prefix.quote())
            : prefix.quote().replaceFirst(" {0,3}> ?$", "");
    return TextEdit.of(start, start + prefix.length(), left, start + left.length());
  }

  /// The item that a nested item is in.
  private Optional<ListPrefix> parent(ListPrefix prefix, int start) {
    int lineStart = start;
    while (lineStart > 0 && prefix.column() > 0) {
      int end = lineStart - 1;
      lineStart = lineStart(end);
      String line = text.substring(lineStart, end);
      ListPrefix above = ListPrefix.of(line);
      if (above.isItem() && above.column() < prefix.column()) {
        return Optional.of(above);
      }
      if (!above.isItem() && above.column() == 0 && !line.isBlank()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Gives consecutive numbers to the items that follow at the same level.
  private Renumbered renumber(int from, ListPrefix first, int number) {
    StringBuilder lines = new StringBuilder();
    int at = from;
    int next = number;
    while (at < text.length()) {
      String line = text.substring(at + 1, lineEnd(at + 1));
      ListPrefix prefix = ListPrefix.of(line);
      boolean isNested = prefix.column() > first.column() && !line.isBlank();
      boolean isSibling =
          prefix.isOrdered()
              && prefix.column() == first.column()
              && prefix.quote().equals(first.quote());
      if (!isNested && !isSibling) {
        break;
      }
      String changed =
          isSibling ? prefix.withNumber(next++) + line.substring(prefix.length()) : line;
      lines.append('\n').append(changed);
      at += 1 + line.length();
    }
    return new Renumbered(at - from, lines.toString());
  }

  private record Renumbered(int length, String lines) {
    static Renumbered none() {
      return new Renumbered(0, "");
    }
  }

  private int skipBlank(int offset) {
    return offset < text.length() && text.charAt(offset) == ' ' ? offset + 1 : offset;
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }
}
