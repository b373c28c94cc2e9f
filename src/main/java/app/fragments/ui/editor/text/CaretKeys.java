package app.fragments.ui.editor.text;

import app.fragments.ui.editor.markdown.Graphemes;
import javafx.geometry.Bounds;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;

/// The keys that move the caret, where RichTextFX's own go wrong: it stops inside of emoji, and
/// pages to the ends of a tall paragraph.
final class CaretKeys {
  private final MarkdownArea area;

  CaretKeys(MarkdownArea area) {
    this.area = area;
  }

  void install() {
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isConsumed()
        || event.isShortcutDown()
        || event.isAltDown()
        || event.isControlDown()) {
      return;
    }
    if (handle(event.getCode(), event.isShiftDown())) {
      event.consume();
      area.requestFollowCaret();
    }
  }

  private boolean handle(KeyCode key, boolean isExtending) {
    SelectionPolicy policy = isExtending ? SelectionPolicy.ADJUST : SelectionPolicy.CLEAR;
    IndexRange selection = area.getSelection();
    boolean isCollapsing = !isExtending && selection.getLength() > 0;
    switch (key) {
      case LEFT, KP_LEFT -> area.moveTo(isCollapsing ? selection.getStart() : before(), policy);
      case RIGHT, KP_RIGHT -> area.moveTo(isCollapsing ? selection.getEnd() : after(), policy);
      case DELETE -> {
        if (isExtending || !area.isEditable()) {
          return false;
        }
        int end = selection.getLength() > 0 ? selection.getEnd() : after();
        area.replaceText(selection.getStart(), end, "");
      }
      case BACK_SPACE -> {
        if (!area.isEditable() || selection.getLength() > 0 || area.getCaretColumn() == 0) {
          return false;
        }
        int start = area.getCaretPosition() - area.getCaretColumn();
        int from = start + Graphemes.backspace(line(), area.getCaretColumn());
        area.replaceText(from, area.getCaretPosition(), "");
      }
      case UP, KP_UP, DOWN, KP_DOWN -> {
        return !area.prepareVerticalMove(); // then RichTextFX moves it
      }
      case HOME -> home(policy);
      case PAGE_UP -> page(-1, policy);
      case PAGE_DOWN -> page(1, policy);
      default -> {
        return false;
      }
    }
    return true;
  }

  private int before() {
    int column = area.getCaretColumn();
    int caret = area.getCaretPosition();
    return column == 0
        ? Math.max(0, caret - 1)
        : caret - column + Graphemes.previous(line(), column);
  }

  private int after() {
    int column = area.getCaretColumn();
    int caret = area.getCaretPosition();
    return column == line().length()
        ? Math.min(area.getLength(), caret + 1)
        : caret - column + Graphemes.next(line(), column);
  }

  private String line() {
    return area.getText(area.getCurrentParagraph());
  }

  /// To the content of a list item first, then to the start of the line.
  private void home(SelectionPolicy policy) {
    int line = area.getCurrentParagraph();
    int start = area.getCurrentLineStartInParargraph();
    int content = area.line(line).style().prefix();
    int column = area.getCaretColumn();
    boolean isFirst = start <= content && column != content;
    area.moveTo(
        line, isFirst && content <= line().length() ? content : Math.min(start, column), policy);
  }

  /// Scrolls by what is seen and keeps the caret at its place on the screen.
  private void page(int direction, SelectionPolicy policy) {
    Bounds caret = area.getCaretBounds().map(area::screenToLocal).orElse(null);
    double height = area.getViewportHeight();
    if (height < 1) {
      return; // not laid out yet
    }
    double x = caret == null ? 0 : caret.getMinX();
    double y = caret == null ? height / 2 : Math.clamp(caret.getCenterY(), 0, height - 1);
    int before = area.hit(x, y).getInsertionIndex();
    area.scrollYBy(direction * height);
    area.layout(); // otherwise the lines are still those before
    int target = area.hit(x, y).getInsertionIndex();
    if (target == before) {
      target = direction < 0 ? 0 : area.getLength();
    }
    area.moveTo(target, policy);
  }
}
