package app.fragments.ui.editor.markdown;

import java.util.Optional;
import java.util.regex.Pattern;

/// Puts markers around a selection, and takes them away.
public final class InlineFormatting {
  private static final Pattern URL = Pattern.compile("(?i)(https?://|mailto:|www\\.)[^\\s<>\"]+");

  private InlineFormatting() {}

  /// Ctrl+B and its kind: surrounds the selection with a marker, or removes the marker around it.
  /// Without a selection it puts the caret between two markers, or behind the marker it is in front
  /// of.
  public static TextEdit toggle(String text, int start, int end, String marker) {
    int length = marker.length();
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    String selected = text.substring(from, to);
    boolean isOutside = hasMarker(text, from - length, to, marker);
    boolean isInside =
        selected.length() > 2 * length
            && selected.startsWith(marker)
            && selected.endsWith(marker)
            && !isLonger(selected, 0, marker);
    if (isOutside) {
      return new TextEdit(from - length, to + length, selected, from - length, to - length);
    }
    if (from == to && text.startsWith(marker, from) && isMarked(text, from, marker)) {
      return TextEdit.of(from, from, "", from + length);
    }
    if (isInside) {
      String bare = selected.substring(length, selected.length() - length);
      return new TextEdit(from, to, bare, from, from + bare.length());
    }
    return new TextEdit(from, to, marker + selected + marker, from + length, to + length);
  }

  /// A typed character around a selection: `*`, `_`, `` ` `` or `[`.
  public static Optional<TextEdit> wrap(String text, int start, int end, String typed) {
    String closing = typed.equals("[") ? "]" : typed;
    boolean isWrapping = typed.length() == 1 && "*_`[".contains(typed) && start < end;
    return isWrapping
        ? Optional.of(
            new TextEdit(
                start, end, typed + text.substring(start, end) + closing, start + 1, end + 1))
        : Optional.empty();
  }

  /// Makes a link of the selection. The caret goes to the address, or behind the link if the
  /// address is known.
  public static TextEdit link(String text, int start, int end, String address) {
    String selected = text.substring(start, end);
    if (address.isEmpty() && isUrl(selected)) {
      return TextEdit.of(start, end, "[](" + selected + ")", start + 1);
    }
    String link = "[" + selected + "](" + address + ")";
    int caret = start + link.length() - (address.isEmpty() ? 1 : 0);
    return TextEdit.of(start, end, link, caret);
  }

  /// Whether a text is one web address and nothing else.
  public static boolean isUrl(String text) {
    return URL.matcher(text.strip()).matches();
  }

  private static boolean hasMarker(String text, int before, int after, String marker) {
    return before >= 0
        && text.startsWith(marker, before)
        && text.startsWith(marker, after)
        && !isLonger(text, before, marker);
  }

  /// Whether the marker at this offset is part of a longer one, as `*` is of `**`. Three asterisks
  /// are both.
  private static boolean isLonger(String text, int offset, String marker) {
    char mark = marker.charAt(0);
    int from = offset;
    int to = offset;
    while (from > 0 && text.charAt(from - 1) == mark) {
      from--;
    }
    while (to < text.length() && text.charAt(to) == mark) {
      to++;
    }
    return marker.length() == 1 && (to - from) % 2 == 0;
  }

  private static boolean isMarked(String text, int offset, String marker) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    String before = text.substring(lineStart, offset);
    int count = 0;
    for (int at = before.indexOf(marker);
        at >= 0;
        at = before.indexOf(marker, at + marker.length())) {
      count++;
    }
    return count % 2 == 1;
  }
}
