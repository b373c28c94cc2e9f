package app.fragments.ui.editor.text;

import app.fragments.ui.editor.markdown.InlineFormatting;
import app.fragments.ui.editor.markdown.LineStyle;
import app.fragments.ui.editor.markdown.LinkRange;
import app.fragments.ui.editor.markdown.ListEditing;
import app.fragments.ui.editor.markdown.TaskBoxes;
import app.fragments.ui.editor.markdown.TextEdit;
import app.fragments.ui.editor.markdown.TextRange;
import java.util.Optional;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that edit Markdown.
final class MarkdownKeys {
  private final MarkdownArea area;

  MarkdownKeys(MarkdownArea area) {
    this.area = area;
  }

  /// Handles keys before the control does.
  void install() {
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  /// Ticks or unticks the task in a line.
  void toggleTask(int line) {
    if (area.isEditable()) {
      task(line).ifPresent(area::apply);
    }
  }

  private void pressed(KeyEvent event) {
    if (area.isEditable() && !event.isConsumed()) {
      edit(event)
          .ifPresent(
              edit -> {
                event.consume();
                area.apply(edit);
              });
    }
  }

  private Optional<TextEdit> edit(KeyEvent event) {
    if (event.isShortcutDown() && !event.isAltDown()) {
      return shortcut(event);
    }
    if (event.isAltDown() || event.isControlDown() || event.isMetaDown()) {
      return Optional.empty();
    }
    IndexRange selection = area.getSelection();
    return switch (event.getCode()) {
      case ENTER -> Optional.of(enter(event, selection));
      case BACK_SPACE ->
          selection.getLength() > 0 || isCode()
              ? Optional.empty()
              : removePicture(-1)
                  .or(() -> new ListEditing(area.getText()).backspace(area.getCaretPosition()));
      case DELETE -> selection.getLength() > 0 ? Optional.empty() : removePicture(1);
      case TAB ->
          isCode()
              ? Optional.empty()
              : new ListEditing(area.getText())
                  .indent(area.getAnchor(), area.getCaretPosition(), event.isShiftDown());
      default -> Optional.empty();
    };
  }

  /// A picture goes as a whole, not by the characters of its source.
  private Optional<TextEdit> removePicture(int direction) {
    int caret = area.getCaretPosition();
    int line = area.getCurrentParagraph();
    int start = area.getAbsolutePosition(line, 0);
    return area.line(line).style().pictures().stream()
        .map(LinkRange::whole)
        .filter(range -> start + (direction < 0 ? range.end() : range.start()) == caret)
        .map(range -> new TextRange(start + range.start(), start + range.end()))
        .map(range -> TextEdit.of(range.start(), range.end(), "", range.start()))
        .findFirst();
  }

  private TextEdit enter(KeyEvent event, IndexRange selection) {
    int start = selection.getStart();
    TextEdit plain = new TextEdit(start, selection.getEnd(), "\n", start + 1, start + 1);
    return event.isShiftDown() || isCode()
        ? plain
        : new ListEditing(area.getText()).enter(start, selection.getEnd()).orElse(plain);
  }

  private Optional<TextEdit> shortcut(KeyEvent event) {
    KeyCode key = event.getCode();
    if (event.isShiftDown()) {
      return key == KeyCode.X ? Optional.of(toggle("~~")) : Optional.empty();
    }
    IndexRange selection = area.getSelection();
    return switch (key) {
      case B -> Optional.of(toggle("**"));
      case I -> Optional.of(toggle("*"));
      case E -> Optional.of(toggle("`"));
      case K ->
          selection.getLength() == 0
              ? Optional.empty()
              : Optional.of(
                  InlineFormatting.link(
                      area.getText(), selection.getStart(), selection.getEnd(), ""));
      case ENTER -> task(area.getCurrentParagraph());
      default -> Optional.empty();
    };
  }

  private Optional<TextEdit> task(int line) {
    return TaskBoxes.toggle(
        area.getText(line),
        area.getAbsolutePosition(line, 0),
        area.getAnchor(),
        area.getCaretPosition());
  }

  private TextEdit toggle(String marker) {
    IndexRange selection = area.getSelection();
    return InlineFormatting.toggle(
        area.getText(), selection.getStart(), selection.getEnd(), marker);
  }

  private void typed(KeyEvent event) {
    IndexRange selection = area.getSelection();
    boolean isPlain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (area.isEditable() && isPlain && selection.getLength() > 0) {
      InlineFormatting.wrap(
              area.getText(), selection.getStart(), selection.getEnd(), event.getCharacter())
          .ifPresent(
              edit -> {
                event.consume();
                area.apply(edit);
              });
    }
  }

  private boolean isCode() {
    return area.line(area.getCurrentParagraph()).style().kind() == LineStyle.Kind.CODE;
  }
}
