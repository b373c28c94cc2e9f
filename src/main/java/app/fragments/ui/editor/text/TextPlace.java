package app.fragments.ui.editor.text;

import javafx.geometry.Bounds;

/// Where the user was in a text.
///
/// @param top the first character that was seen
record TextPlace(int anchor, int caret, int top) {
  static final TextPlace START = new TextPlace(0, 0, 0);

  static TextPlace of(MarkdownArea area) {
    boolean isSeen = !area.getVisibleParagraphs().isEmpty() && area.getScene() != null;
    int top = isSeen ? area.hit(area.getInsets().getLeft(), 1).getInsertionIndex() : 0;
    return new TextPlace(area.getAnchor(), area.getCaretPosition(), top);
  }

  /// Goes there, as far as the text is still that long.
  void restore(MarkdownArea area) {
    int length = area.getLength();
    area.selectRange(Math.min(anchor, length), Math.min(caret, length));
    scroll(area, Math.min(top, length));
  }

  /// Shows the line of a character as the first one.
  private static void scroll(MarkdownArea area, int top) {
    int line = AreaAccess.lineOf(area, top);
    area.showParagraphAtTop(line);
    if (top > area.getAbsolutePosition(line, 0) && top < area.getLength()) {
      area.layout();
      Bounds pane = area.localToScreen(area.getLayoutBounds());
      area.getCharacterBoundsOnScreen(top, top + 1)
          .ifPresent(character -> area.scrollYBy(character.getMinY() - pane.getMinY()));
    }
  }
}
