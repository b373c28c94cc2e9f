package app.fragments.ui.editor.markdown;

import java.util.List;
import java.util.Locale;

/// How a line looks as a whole.
///
/// @param level of a heading, 1 to 6, otherwise 0
/// @param quotes how many quotes the line is in, each shown as a bar
/// @param depth how many list items the line is in, each an indent
/// @param marker shown before the text while the source of the line's start is hidden: a bullet, a
///   number, or empty
/// @param prefix how many characters at the start are hidden, or shown instead of bar, marker and
///   box if [#revealed]
/// @param revealed whether the start of the line shows its source, because the caret is in it
/// @param pictures those shown below the text
/// @param below the height of the pictures, in pixels
public record LineStyle(
    Kind kind,
    int level,
    int quotes,
    int depth,
    String marker,
    Box box,
    int prefix,
    boolean revealed,
    List<LinkRange> pictures,
    double below) {
  public static final LineStyle PLAIN =
      new LineStyle(Kind.TEXT, 0, 0, 0, "", Box.NONE, 0, false, List.of(), 0);

  /// The block that the line is part of.
  public enum Kind {
    TEXT,
    HEADING,
    CODE,
    TABLE,
    RULE;

    public String styleClass() {
      return "md-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /// The check box of a task.
  public enum Box {
    NONE,
    OPEN,
    DONE
  }

  public boolean isTask() {
    return box != Box.NONE;
  }

  LineStyle withRevealed(boolean now) {
    return now == revealed
        ? this
        : new LineStyle(kind, level, quotes, depth, marker, box, prefix, now, pictures, below);
  }

  public LineStyle withBelow(double height) {
    return height == below
        ? this
        : new LineStyle(
            kind, level, quotes, depth, marker, box, prefix, revealed, pictures, height);
  }
}
