package app.fragments.ui.editor.text;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Tells screen readers about the text, the caret and the selection. RichTextFX tells them nothing.
final class AreaAccess {
  private final MarkdownArea area;

  AreaAccess(MarkdownArea area) {
    this.area = area;
  }

  void start() {
    area.selectionProperty()
        .addListener(
            (o, old, now) -> {
              area.notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
              area.notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
            });
    area.editableProperty()
        .addListener(
            (o, old, now) -> area.notifyAccessibleAttributeChanged(AccessibleAttribute.EDITABLE));
  }

  void textChanged() {
    area.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  Optional<Object> attribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> Optional.of(area.getText());
      case EDITABLE -> Optional.of(area.isEditable());
      case SELECTION_START -> Optional.of(area.getSelection().getStart());
      case SELECTION_END -> Optional.of(area.getSelection().getEnd());
      case CARET_OFFSET -> Optional.of(area.getCaretPosition());
      case LINE_FOR_OFFSET -> Optional.of(lineOf(area, (Integer) parameters[0]));
      case LINE_START -> Optional.of(area.getAbsolutePosition((Integer) parameters[0], 0));
      case LINE_END -> Optional.of(lineEnd((Integer) parameters[0]));
      case OFFSET_AT_POINT -> Optional.of(offsetAt((Point2D) parameters[0]));
      case BOUNDS_FOR_RANGE -> bounds((Integer) parameters[0], (Integer) parameters[1]);
      default -> Optional.empty();
    };
  }

  /// @return whether the action is one of a text
  boolean execute(AccessibleAction action, Object... parameters) {
    switch (action) {
      case SET_TEXT -> area.replaceText(0, area.getLength(), (String) parameters[0]);
      case SET_TEXT_SELECTION -> area.selectRange((Integer) parameters[0], (Integer) parameters[1]);
      case SHOW_TEXT_RANGE -> {
        area.moveTo((Integer) parameters[0]);
        area.requestFollowCaret();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  static int lineOf(MarkdownArea area, int offset) {
    return area.offsetToPosition(Math.clamp(offset, 0, area.getLength()), Bias.Forward).getMajor();
  }

  private int lineEnd(int line) {
    return area.getAbsolutePosition(line, area.getParagraphLength(line));
  }

  private int offsetAt(Point2D onScreen) {
    Point2D point = area.screenToLocal(onScreen);
    return area.hit(point.getX(), point.getY()).getInsertionIndex();
  }

  private Optional<Object> bounds(int start, int end) {
    Optional<Bounds> bounds =
        area.getCharacterBoundsOnScreen(start, Math.min(end + 1, area.getLength()));
    return bounds.map(found -> new Bounds[] {found});
  }
}
