package app.fragments.ui.editor.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The start of a line up to its content: quote marks, indent, bullet or number, and check box.
///
/// @param quote quote marks, each with its blank
/// @param indent blanks before the marker
/// @param marker a bullet or number, or empty
/// @param gap the blanks after the marker
/// @param box a check box with its blank, or empty
record ListPrefix(String quote, String indent, String marker, String gap, String box) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "((?: {0,3}> ?)*)([ \\t]*)(?:([-*+]|\\d{1,9}[.)])([ \\t]+|$)(\\[[ xX]](?:[ \\t]|$))?)?");

  static ListPrefix of(String line) {
    Matcher matcher = SYNTAX.matcher(line);
    if (!matcher.lookingAt()) {
      return new ListPrefix("", "", "", "", "");
    }
    return new ListPrefix(
        matcher.group(1),
        matcher.group(2),
        orEmpty(matcher.group(3)),
        orEmpty(matcher.group(4)),
        orEmpty(matcher.group(5)));
  }

  boolean isItem() {
    return !marker.isEmpty();
  }

  boolean isOrdered() {
    return isItem() && Character.isDigit(marker.charAt(0));
  }

  int number() {
    return Integer.parseInt(marker.substring(0, marker.length() - 1));
  }

  ListPrefix withNumber(int number) {
    String numbered = number + marker.substring(marker.length() - 1);
    return new ListPrefix(quote, indent, numbered, gap, box);
  }

  /// The prefix of the next item.
  ListPrefix next() {
    ListPrefix open = new ListPrefix(quote, indent, marker, gap, box.isEmpty() ? "" : "[ ] ");
    return isOrdered() && number() < 999_999_999 ? open.withNumber(number() + 1) : open;
  }

  int length() {
    return toString().length();
  }

  /// The columns of the indent; a tab goes to the next multiple of four.
  int column() {
    int column = 0;
    for (char blank : indent.toCharArray()) {
      column = blank == '\t' ? (column / 4 + 1) * 4 : column + 1;
    }
    return column;
  }

  @Override
  public String toString() {
    return quote + indent + marker + gap + box;
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }
}
