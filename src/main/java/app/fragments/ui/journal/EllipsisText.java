package app.fragments.ui.journal;

import app.fragments.ui.common.ShortenedText;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One line of text, cut with an ellipsis to fit its width. Cheaper than a Label, which has a skin
/// and a text node to create and style for each of the many cells. Its parent lays it out.
final class EllipsisText extends Text implements ShortenedText {
  private static final String ELLIPSIS = "…";

  private String full = "";
  private @Nullable String fitted;
  private @Nullable Font fittedFont;
  private double fittedWidth;

  EllipsisText(String styleClass) {
    getStyleClass().add(styleClass);
    setTextOrigin(VPos.TOP);
    setManaged(false);
  }

  @Override
  public String full() {
    return full;
  }

  @Override
  public boolean isShortened() {
    return !full.equals(getText());
  }

  /// Sets the line; [#fit] shows it.
  void show(String line) {
    full = line;
  }

  double width() {
    return getLayoutBounds().getWidth();
  }

  double height() {
    return getLayoutBounds().getHeight();
  }

  void fit(double width) {
    if (full.equals(fitted) && getFont().equals(fittedFont) && width == fittedWidth) {
      return;
    }
    fitted = full;
    fittedFont = getFont();
    fittedWidth = width;
    setText(full);
    if (width() > width) {
      int end = hitTest(new Point2D(width - getFont().getSize() / 2, 0)).getCharIndex();
      setText(cut(end));
      while (end > 0 && width() > width) {
        end = full.offsetByCodePoints(end, -1);
        setText(cut(end));
      }
    }
  }

  private String cut(int end) {
    return full.substring(0, end).stripTrailing() + ELLIPSIS;
  }
}
