package app.fragments.ui.editor.text;

import app.fragments.ui.common.EmojiGraphic;
import app.fragments.ui.editor.markdown.Graphemes;
import app.fragments.ui.emoji.EmojiLayer;
import app.fragments.ui.emoji.EmojiPictures;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The title of a fragment: one line that wraps. Without the focus it takes at most two lines and
/// ends in an ellipsis.
public final class TitleField extends StackPane {
  private static final int MAX_LINES = 2;
  private static final int MAX_LINES_FOCUSED = 6;
  private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");

  private final TextArea field = new TextArea();
  private final Label cut = new Label();
  private final Text measured = new Text();
  private final Tooltip tooltip = new Tooltip();

  /// Over the text, in the place of its node.
  private final Pane pictures = new Pane();

  private EmojiLayer emoji = new EmojiLayer(new EmojiPictures(false), pictures.getChildren());

  /// The node in the field that shows the text, once there is one.
  private @Nullable Text line;

  private Runnable onLeave = () -> {};

  public TitleField() {
    field.getStyleClass().add("editor-title");
    field.setWrapText(true);
    field.setPrefRowCount(1);
    field.setTextFormatter(new TextFormatter<>(TitleField::withoutLineBreaks));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    cut.getStyleClass().add("editor-title-cut");
    cut.setWrapText(true);
    cut.setMouseTransparent(true);
    cut.textProperty().bind(field.textProperty());
    tooltip.textProperty().bind(field.textProperty());
    pictures.setManaged(false);
    pictures.setMouseTransparent(true);
    getChildren().addAll(field, cut, pictures);
    field.textProperty().subscribe(this::requestLayout);
    field.fontProperty().subscribe(this::requestLayout);
    field.focusedProperty().subscribe(this::requestLayout);
    getStyleClass().add("title-place");
  }

  /// @param action called when Enter or Down leaves the title
  public void setOnLeave(Runnable action) {
    onLeave = action;
  }

  /// Call it before the title is shown.
  public void setEmoji(EmojiPictures emojiPictures) {
    emoji = new EmojiLayer(emojiPictures, pictures.getChildren());
    EmojiGraphic.on(cut, emojiPictures);
  }

  public StringProperty textProperty() {
    return field.textProperty();
  }

  public void setEditable(boolean editable) {
    field.setEditable(editable);
  }

  /// Gives the text field the focus.
  public void focusField() {
    field.requestFocus();
  }

  public void setPromptText(String prompt) {
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
  }

  public String getPromptText() {
    return field.getPromptText();
  }

  @Override
  protected double computePrefHeight(double width) {
    int most = field.isFocused() ? MAX_LINES_FOCUSED : MAX_LINES;
    return snapSizeY(Math.clamp(lines(width), 1, most) * lineHeight());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width < 0 ? getWidth() : width);
  }

  @Override
  protected void layoutChildren() {
    boolean isCut = !field.isFocused() && lines(getWidth()) > MAX_LINES;
    field.pseudoClassStateChanged(CUT, isCut);
    cut.setVisible(isCut);
    field.setTooltip(isCut ? tooltip : null);
    field.resizeRelocate(0, 0, getWidth(), getHeight());
    cut.resizeRelocate(0, 0, getWidth(), getHeight());
    pictures.setVisible(!isCut);
    placePictures();
  }

  private void placePictures() {
    field.layout();
    Text text = line();
    if (text != null) {
      Point2D origin = sceneToLocal(text.getParent().localToScene(Point2D.ZERO));
      pictures.relocate(origin.getX(), origin.getY());
      emoji.place(text, field.getLength());
    }
  }

  /// The field's own node for its text shows blanks in place of emoji. They are as many characters,
  /// so that the field's caret and selection need no translation.
  private @Nullable Text line() {
    if (line == null) {
      line =
          field.lookupAll(".text").stream()
              .filter(node -> node instanceof Text && node.getParent() instanceof Group)
              .map(Text.class::cast)
              .findFirst()
              .orElse(null);
      if (line != null) {
        line.textProperty().subscribe(this::mask);
      }
    }
    return line;
  }

  private void mask() {
    String masked = emoji.mask(field.getText());
    if (line != null && !masked.equals(line.getText())) {
      line.setText(masked);
    }
  }

  /// How many lines the title needs.
  private int lines(double width) {
    if (width <= 0) {
      return 1;
    }
    measure(width);
    return (int) Math.max(1, Math.round(measured.getLayoutBounds().getHeight() / lineHeight()));
  }

  private void measure(double width) {
    measured.setFont(field.getFont());
    measured.setWrappingWidth(Math.max(1, width - 1));
    measured.setText(emoji.mask(field.getText()));
  }

  private double lineHeight() {
    Text line = new Text("X");
    line.setFont(field.getFont());
    return line.getLayoutBounds().getHeight();
  }

  /// Leaves Ctrl+Enter to the window, where it starts a report.
  private void keyPressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    KeyCode key = event.getCode();
    if (key == KeyCode.ENTER || (key == KeyCode.DOWN && isInLastLine())) {
      event.consume();
      onLeave.run();
    } else if (key == KeyCode.TAB) {
      event.consume();
      field.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    } else if (key == KeyCode.BACK_SPACE
        && field.isEditable()
        && !event.isControlDown()
        && field.getSelection().getLength() == 0) {
      event.consume();
      int caret = field.getCaretPosition();
      field.deleteText(Graphemes.backspace(field.getText(), caret), caret);
    }
  }

  private boolean isInLastLine() {
    measure(getWidth());
    return top(field.getCaretPosition()) >= top(field.getLength());
  }

  private double top(int offset) {
    for (PathElement element : measured.caretShape(offset, true)) {
      if (element instanceof MoveTo start) {
        return start.getY();
      }
    }
    return 0;
  }

  private static TextFormatter.Change withoutLineBreaks(TextFormatter.Change change) {
    change.setText(change.getText().replaceAll("\\R", " "));
    return change;
  }
}
