package app.fragments.ui.journal;

import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A line of a row, cut with an ellipsis where it is longer than its place. A label would do, too,
/// but has a skin and a text of its own to be made and styled, and a list has many. Whoever holds
/// it lays it out.
final class EllipsisText extends Text {
  private static final String ELLIPSIS = "…";

  private String words = "";
  private @Nullable String fitted;
  private @Nullable Font fittedFont;
  private double fittedWidth;

  EllipsisText(String styleClass) {
    getStyleClass().add(styleClass);
    setTextOrigin(VPos.TOP);
    setManaged(false);
  }

  /// All of the line, whatever of it can be seen.
  String words() {
    return words;
  }

  void show(String newWords) {
    words = newWords;
  }

  double width() {
    return getLayoutBounds().getWidth();
  }

  double height() {
    return getLayoutBounds().getHeight();
  }

  /// Shows as much as has room.
  ///
  /// @param width in pixels
  void fit(double width) {
    if (words.equals(fitted) && getFont().equals(fittedFont) && width == fittedWidth) {
      return;
    }
    fitted = words;
    fittedFont = getFont();
    fittedWidth = width;
    setText(words);
    if (width() > width) {
      int end = hitTest(new Point2D(width - getFont().getSize() / 2, 0)).getCharIndex();
      setText(cut(end));
      while (end > 0 && width() > width) {
        end = words.offsetByCodePoints(end, -1);
        setText(cut(end));
      }
    }
  }

  private String cut(int end) {
    return words.substring(0, end).stripTrailing() + ELLIPSIS;
  }
}
