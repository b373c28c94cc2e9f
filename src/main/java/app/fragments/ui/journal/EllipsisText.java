package app.fragments.ui.journal;

import app.fragments.ui.common.RightToLeftFont;
import app.fragments.ui.common.ShortenedText;
import app.fragments.ui.emoji.EmojiLayer;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One line of text, cut with an ellipsis to fit its width. Cheaper than a Label, which has a skin
/// and a text node to create and style for each of the many cells. Its parent lays it out.
final class EllipsisText extends Text implements ShortenedText {
  private static final String ELLIPSIS = "…";

  private final @Nullable EmojiLayer emoji;
  private String full = "";

  /// The line as the text node shows it, with blanks under the pictures of emoji.
  private String masked = "";

  private @Nullable String fitted;
  private @Nullable Font fittedFont;
  private double fittedWidth;

  EllipsisText(String styleClass) {
    this(styleClass, null);
  }

  /// @param emoji shows the pictures of emoji, or null for a line without any
  EllipsisText(String styleClass, @Nullable EmojiLayer emoji) {
    this.emoji = emoji;
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
    return !masked.equals(getText());
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
    masked = emoji == null ? full : emoji.mask(full);
    RightToLeftFont.set(this, masked);
    setText(masked);
    int end = full.length();
    if (width() > width) {
      end = cut(width);
    }
    if (emoji != null) {
      emoji.place(this, end);
    }
  }

  /// Cuts the line to its width and returns how many characters are left.
  private int cut(double width) {
    int end = longest(width);
    showStart(end);
    while (end > 0 && width() > width) {
      end = full.offsetByCodePoints(end, -1);
      end = emoji == null ? end : emoji.startOfEmoji(end);
      showStart(end);
    }
    return end;
  }

  /// About how many characters fit, or more.
  private int longest(double width) {
    if (!RightToLeftFont.isUsed(full)) {
      return hitTest(new Point2D(width - getFont().getSize() / 2, 0)).getCharIndex();
    }
    int fits = 0; // what stands at the right is not the end
    int tooMany = full.length();
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) / 2;
      showStart(middle);
      if (width() > width) {
        tooMany = middle;
      } else {
        fits = middle;
      }
    }
    return tooMany;
  }

  private void showStart(int length) {
    String start = masked.substring(0, full.substring(0, length).stripTrailing().length());
    setText(start + ELLIPSIS);
  }
}
