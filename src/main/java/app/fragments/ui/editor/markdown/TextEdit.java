package app.fragments.ui.editor.markdown;

/// One replacement in a text, and the selection after it.
///
/// @param anchor where the selection starts, in the changed text
/// @param caret where the caret is
public record TextEdit(int start, int end, String replacement, int anchor, int caret) {
  public static TextEdit of(int start, int end, String replacement, int caret) {
    return new TextEdit(start, end, replacement, caret, caret);
  }

  public String applyTo(String text) {
    return text.substring(0, start) + replacement + text.substring(end);
  }

  /// The smallest replacement that makes one text of another; the caret goes to its end.
  public static TextEdit between(String before, String after) {
    int limit = Math.min(before.length(), after.length());
    int head = 0;
    while (head < limit && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    if (head > 0 && head < before.length() && splitsPair(before, head)) {
      head--;
    }
    int tail = 0;
    while (tail < limit - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    if (tail > 0 && splitsPair(before, before.length() - tail)) {
      tail--;
    }
    int end = after.length() - tail;
    return of(head, before.length() - tail, after.substring(head, end), end);
  }

  private static boolean splitsPair(String text, int index) {
    return index > 0
        && index < text.length()
        && Character.isHighSurrogate(text.charAt(index - 1))
        && Character.isLowSurrogate(text.charAt(index));
  }
}
