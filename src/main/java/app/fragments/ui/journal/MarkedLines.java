package app.fragments.ui.journal;

import app.fragments.search.MatchContext.Mark;
import app.fragments.search.MatchContext.MarkedText;
import app.fragments.ui.common.RightToLeftFont;
import app.fragments.ui.emoji.EmojiLayer;
import app.fragments.ui.emoji.EmojiPictures;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Text on one or more lines, cut with an ellipsis to fit, with some parts marked. Its parent lays
/// it out.
final class MarkedLines extends Group {
  private static final String ELLIPSIS = "…";

  /// From one line to the next, in font sizes.
  private static final double LINE_PITCH = 1.5;

  private final Text text = new Text();
  private final Path marks = new Path();
  private final EmojiLayer emoji;
  private final int lines;

  /// The text with blanks under the pictures of emoji.
  private String masked = "";

  private MarkedText full = new MarkedText("", List.of());
  private @Nullable MarkedText fitted;
  private @Nullable Font fittedFont;
  private double fittedWidth;
  private double lineHeight;

  /// @param lines how many at most
  MarkedLines(String styleClass, int lines, EmojiPictures pictures) {
    this.lines = lines;
    emoji = new EmojiLayer(pictures, getChildren());
    text.getStyleClass().add(styleClass);
    text.setTextOrigin(VPos.TOP);
    marks.getStyleClass().add("search-mark");
    marks.setStroke(null);
    setManaged(false);
    getChildren().addAll(marks, text);
  }

  String full() {
    return full.text();
  }

  /// Sets the text; [#fit] shows it.
  void show(MarkedText marked) {
    full = marked;
  }

  double lineHeight() {
    return lineHeight;
  }

  void fit(double width) {
    Font font = text.getFont();
    if (full.equals(fitted) && font.equals(fittedFont) && width == fittedWidth) {
      return;
    }
    if (!font.equals(fittedFont)) {
      text.setWrappingWidth(0);
      text.setText("X");
      lineHeight = text.getLayoutBounds().getHeight();
      text.setLineSpacing(Math.max(0, font.getSize() * LINE_PITCH - lineHeight));
    }
    fitted = full;
    fittedFont = font;
    fittedWidth = width;
    text.setWrappingWidth(lines == 1 ? 0 : Math.max(1, width));
    masked = emoji.mask(full.text());
    RightToLeftFont.set(text, masked);
    text.setText(masked);
    int end = full.text().length();
    if (isTooLarge()) {
      Point2D corner =
          new Point2D(
              width - font.getSize() / 2, (lineHeight + text.getLineSpacing()) * (lines - 0.5));
      boolean isOneWay = !RightToLeftFont.isUsed(full.text());
      end = isOneWay ? text.hitTest(corner).getCharIndex() : end;
      text.setText(cut(end));
      while (end > 0 && isTooLarge()) {
        end = emoji.startOfEmoji(full.text().offsetByCodePoints(end, -1));
        text.setText(cut(end));
      }
    }
    mark(end);
    emoji.place(text, end);
  }

  private boolean isTooLarge() {
    return lines == 1
        ? text.getLayoutBounds().getWidth() > fittedWidth
        : text.getLayoutBounds().getHeight() > (lineHeight + text.getLineSpacing()) * lines + 1;
  }

  private String cut(int end) {
    return masked.substring(0, full.text().substring(0, end).stripTrailing().length()) + ELLIPSIS;
  }

  private void mark(int end) {
    marks.getElements().clear();
    for (Mark mark : full.marks()) {
      if (mark.start() < end) {
        marks.getElements().addAll(text.rangeShape(mark.start(), Math.min(mark.end(), end)));
      }
    }
  }
}
