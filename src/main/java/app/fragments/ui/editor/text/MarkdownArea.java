package app.fragments.ui.editor.text;

import app.fragments.ui.common.Background;
import app.fragments.ui.common.RightToLeftFont;
import app.fragments.ui.editor.markdown.EditHistory;
import app.fragments.ui.editor.markdown.Hits;
import app.fragments.ui.editor.markdown.InlineStyle;
import app.fragments.ui.editor.markdown.LineStyle;
import app.fragments.ui.editor.markdown.LinkRange;
import app.fragments.ui.editor.markdown.StyledLine;
import app.fragments.ui.editor.markdown.TextEdit;
import app.fragments.ui.emoji.EmojiPictures;
import app.fragments.ui.emoji.EmojiView;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.CaretParent;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.TextExt;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledSegment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Edits Markdown and styles it while it is written. A line of the text is a paragraph of the
/// control. On the FX thread.
public final class MarkdownArea extends GenericStyledArea<LineStyle, String, InlineStyle> {
  private static final Logger LOG = LoggerFactory.getLogger(MarkdownArea.class);

  private final AreaStyles styles;
  private final AreaAccess access = new AreaAccess(this);
  private EditHistory history = new EditHistory();
  private Consumer<String> onEdited = text -> {};
  private Runnable onPaste = () -> {};
  private boolean isOpening;
  private boolean isReplaying;
  private boolean isComposing;

  /// @param background parses long texts
  public MarkdownArea(Background background, EmojiPictures emoji) {
    super(
        LineStyle.PLAIN,
        MarkdownArea::styleLine,
        InlineStyle.PLAIN,
        SegmentOps.styledTextOps(),
        false,
        segment -> node(segment, emoji));
    styles = new AreaStyles(this, background, emoji);
    setUndoManager(null); // the history is kept per fragment, see EditHistory
    setWrapText(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    getStyleClass().add("editor-text");
    setOnSelectionDrag(point -> {}); // dragging selected text must not move it
    setOnSelectionDropped(event -> {});
    plainTextChanges().subscribe(this::changed);
    addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::composing);
    access.start();
  }

  /// Shows another text, with its own history.
  public void open(String text, EditHistory textHistory) {
    isOpening = true;
    styles.open(normalized(text));
    isOpening = false;
    history = textHistory;
    history.close();
    access.textChanged();
  }

  /// @param action called with the text after each edit by the user
  public void setOnEdited(Consumer<String> action) {
    onEdited = action;
  }

  void setOnPaste(Runnable action) {
    onPaste = action;
  }

  /// Adapts to a change made elsewhere, as an edit that can be undone.
  public void update(String text) {
    String wanted = normalized(text);
    if (!wanted.equals(getText())) {
      int caret = getCaretPosition();
      TextEdit edit = TextEdit.between(getText(), wanted);
      history.close();
      replaceText(edit.start(), edit.end(), edit.replacement());
      int moved = edit.replacement().length() - (edit.end() - edit.start());
      moveTo(Math.clamp(caret <= edit.start() ? caret : caret + moved, 0, getLength()));
    }
  }

  /// Makes an edit as one step of the history.
  public void apply(TextEdit edit) {
    history.close();
    replaceText(edit.start(), edit.end(), edit.replacement());
    selectRange(edit.anchor(), edit.caret());
    history.close();
    requestFollowCaret();
  }

  /// The text as the control keeps it: with line feeds only.
  static String normalized(String text) {
    return text.indexOf('\r') < 0 && text.indexOf('\0') < 0
        ? text
        : text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
  }

  /// The styles of a line, by the text as it is.
  StyledLine line(int paragraph) {
    return styles.line(paragraph);
  }

  Optional<LinkRange> linkAt(int offset) {
    Position position = offsetToPosition(offset, Bias.Backward);
    return line(position.getMajor()).linkAt(position.getMinor());
  }

  /// Marks hits in the text as far as it is seen.
  ///
  /// @param hits of a line
  void setHits(IntFunction<Hits> hits) {
    styles.setHits(hits);
  }

  /// While the mouse selects, nothing is revealed: the text must not move under it.
  void setSelecting(boolean selecting) {
    styles.setPaused(selecting);
  }

  /// @param pictures shown below their lines
  void setGraphics(LineGraphics graphics, LinePictures pictures) {
    styles.setPictureHeight(pictures::height);
    pictures.setOnResized(styles::pictureSizesChanged);
    setParagraphGraphicFactory(
        line -> {
          if (line >= getParagraphs().size()) {
            return null;
          }
          LineStyle style = getParagraph(line).getParagraphStyle();
          String text = getText(line);
          return pictures.below(style, text, graphics.of(line, style, text));
        });
  }

  @Override
  public void undo() {
    history.undo().ifPresent(this::replay);
  }

  @Override
  public void redo() {
    history.redo().ifPresent(this::replay);
  }

  @Override
  public boolean isUndoAvailable() {
    return history.canUndo();
  }

  @Override
  public boolean isRedoAvailable() {
    return history.canRedo();
  }

  @Override
  public void paste() {
    onPaste.run();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return access
        .attribute(attribute, parameters)
        .orElseGet(() -> super.queryAccessibleAttribute(attribute, parameters));
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (!access.execute(action, parameters)) {
      super.executeAccessibleAction(action, parameters);
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    int line = getCurrentParagraph();
    boolean isSeen = !getVisibleParagraphs().isEmpty() && allParToVisibleParIndex(line).isPresent();
    if (isSeen && !CaretParent.isShown(this)) {
      Platform.runLater(this::showCaretNode);
    }
  }

  /// Makes the control draw the caret in the right place, see [CaretParent].
  private void showCaretNode() {
    if (!CaretParent.isShown(this)) {
      renewCaretLine();
    }
  }

  /// Whether the caret can go up or down from where it is. Scrolls there and repairs its node.
  boolean prepareVerticalMove() {
    CaretNode caret = getCaretSelectionBind().getUnderlyingCaret();
    for (Runnable remedy : List.<Runnable>of(this::scrollToCaret, this::renewCaretLine)) {
      try {
        caret.getTargetOffset();
        return true;
      } catch (IllegalArgumentException detached) {
        LOG.debug("The caret is in a node that is no longer shown", detached);
        remedy.run();
      }
    }
    return false;
  }

  private void scrollToCaret() {
    requestFollowCaret();
    layout();
  }

  private void renewCaretLine() {
    int line = getCurrentParagraph();
    setParagraphStyle(line, getParagraph(line).getParagraphStyle());
    layout();
  }

  private void replay(TextEdit edit) {
    isReplaying = true;
    replaceText(edit.start(), edit.end(), edit.replacement());
    isReplaying = false;
    selectRange(edit.anchor(), edit.caret());
    requestFollowCaret();
  }

  private void changed(PlainTextChange change) {
    if (isOpening) {
      return;
    }
    if (!isReplaying) {
      history.add(change.getPosition(), change.getRemoved(), change.getInserted(), isComposing);
    }
    styles.changed(change);
    access.textChanged();
    onEdited.accept(getText());
  }

  /// The steps of an input method are one edit, together with the word they are in.
  private void composing(InputMethodEvent event) {
    int caret = getCaretPosition();
    if (!isComposing
        && (caret == 0 || Character.isWhitespace(getText(caret - 1, caret).charAt(0)))) {
      history.close();
    }
    isComposing = true;
    if (event.getComposed().isEmpty()) {
      Platform.runLater(() -> isComposing = false);
    }
  }

  private static void styleLine(TextFlow flow, LineStyle style) {
    flow.getStyleClass().add(style.kind().styleClass());
    if (style.level() > 0) {
      flow.getStyleClass().add("md-h" + style.level());
    }
    if (style.quotes() > 0) {
      flow.getStyleClass().add("md-quoted");
    }
    if (style.isTask()) {
      flow.getStyleClass().add("md-task");
    }
    if (style.below() > 0) {
      flow.setStyle("-fx-padding: 0 0 " + style.below() + "px 0;");
    }
    if (style.box() == LineStyle.Box.DONE) {
      flow.getStyleClass().add("md-done");
    }
  }

  private static Node node(StyledSegment<String, InlineStyle> segment, EmojiPictures pictures) {
    String emoji = segment.getStyle().emoji();
    if (emoji != null && segment.getSegment().length() == 1) {
      EmojiView view = new EmojiView(pictures, emoji);
      view.getStyleClass().addAll(segment.getStyle().styleClasses());
      return view;
    }
    TextExt text = new TextExt(segment.getSegment());
    text.setTextOrigin(VPos.TOP);
    text.getStyleClass().add("text");
    text.getStyleClass().addAll(segment.getStyle().styleClasses());
    RightToLeftFont.set(text, segment.getSegment());
    text.selectionFillProperty().bind(text.fillProperty());
    return text;
  }
}
