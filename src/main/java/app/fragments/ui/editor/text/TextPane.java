package app.fragments.ui.editor.text;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.editor.markdown.EditHistory;
import app.fragments.ui.editor.markdown.InlineFormatting;
import app.fragments.ui.editor.markdown.LinkRange;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/// The text of the open fragment, in a column in the middle of the pane; its scroll bar is at the
/// pane's edge. The control is created with the first fragment.
public final class TextPane extends StackPane {
  private static final double COLUMN = 660;
  private static final double MARGIN = 24;

  private final UiContext context;
  private final OpenTexts texts = new OpenTexts();
  private final Label prompt = new Label();
  private final Consumer<MarkdownArea> onCreated;
  private final BiConsumer<EntryId, String> onLatePicture;
  private final Runnable toTitle;
  private Consumer<String> onEdited = text -> {};
  private @Nullable MarkdownArea area;
  private @Nullable PictureInsertion insertion;
  private @Nullable EntryId shown;
  private EditHistory history = new EditHistory();

  /// @param onCreated called with the control before keys and clicks are handled
  /// @param onLatePicture called with the Markdown of a picture that is stored when its fragment is
  ///   no longer open
  /// @param toTitle moves the focus to the title
  public TextPane(
      UiContext context,
      Consumer<MarkdownArea> onCreated,
      BiConsumer<EntryId, String> onLatePicture,
      Runnable toTitle) {
    this.context = context;
    this.onCreated = onCreated;
    this.onLatePicture = onLatePicture;
    this.toTitle = toTitle;
    getStyleClass().add("text-pane");
    setMinHeight(0);
    prompt.setText(context.messages().get("editor.text.prompt"));
    prompt.getStyleClass().add("editor-prompt");
    prompt.setMouseTransparent(true);
    prompt.setManaged(false);
  }

  /// @param action called with the text after each edit
  public void setOnEdited(Consumer<String> action) {
    onEdited = action;
  }

  /// Shows the text of a fragment. If the fragment is shown already, its caret, scroll position and
  /// history stay.
  public void show(EntryId id, String text) {
    MarkdownArea control = area();
    if (id.equals(shown)) {
      control.update(text);
      return;
    }
    leave();
    String normalized = MarkdownArea.normalized(text);
    OpenTexts.OpenText entered = texts.enter(id, normalized);
    shown = id;
    history = entered.history();
    control.open(normalized, history);
    entered.place().restore(control);
    updatePrompt();
  }

  /// Lets the user choose pictures to insert at the caret.
  public void choosePicture() {
    if (insertion != null && area != null && area.isEditable()) {
      insertion.choose();
    }
  }

  /// Remembers the shown fragment's caret and scroll position.
  private void leave() {
    if (area != null && shown != null) {
      texts.leave(shown, new OpenTexts.OpenText(area.getText(), history, TextPlace.of(area)));
    }
  }

  public MarkdownArea area() {
    MarkdownArea control = area;
    if (control == null) {
      control = create();
      area = control;
    }
    return control;
  }

  private MarkdownArea create() {
    context.theming().loadTextFonts();
    MarkdownArea control = new MarkdownArea(context.background(), context.theming().emoji());
    MarkdownKeys keys = new MarkdownKeys(control);
    LinePictures pictures = new LinePictures(context, control);
    PictureInsertion inserted = new PictureInsertion(context, control, () -> shown, onLatePicture);
    insertion = inserted;
    inserted.acceptDrops();
    TextClipboard clipboard = new TextClipboard(control, context.background(), inserted);
    onCreated.accept(control);
    keys.install();
    control.addEventFilter(KeyEvent.KEY_PRESSED, event -> leave(control, event));
    new CaretKeys(control).install();
    control.setOnPaste(clipboard::paste);
    control.setAccessibleText(context.messages().get("editor.text"));
    control.setGraphics(
        new LineGraphics(context.theming()::scaled, context.messages(), keys::toggleTask),
        pictures);
    control.setContextMenu(TextMenu.of(control, context.messages(), inserted, pictures));
    control.setOnEdited(
        text -> {
          updatePrompt();
          onEdited.accept(text);
        });
    control.addEventFilter(MouseEvent.ANY, event -> mouse(control, event));
    control.addEventFilter(KeyEvent.KEY_PRESSED, event -> pastePlain(event, clipboard));
    control.widthProperty().addListener((o, old, now) -> align(control));
    widthProperty().addListener((o, old, now) -> align(control));
    getChildren().setAll(new VirtualizedScrollPane<>(control), prompt);
    return control;
  }

  /// Up in the first line and Shift+Tab go to the title, Tab to what follows the text.
  private void leave(MarkdownArea control, KeyEvent event) {
    if (event.isConsumed() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean isTab = event.getCode() == KeyCode.TAB;
    boolean isUpAtStart =
        event.getCode() == KeyCode.UP && control.getCaretPosition() == 0 && !event.isShiftDown();
    if (isUpAtStart || (isTab && event.isShiftDown())) {
      event.consume();
      toTitle.run();
    } else if (isTab) {
      event.consume();
      control.requestFocusTraversal(TraversalDirection.NEXT);
    }
  }

  private static void pastePlain(KeyEvent event, TextClipboard clipboard) {
    if (event.getCode() == KeyCode.V && event.isShortcutDown() && event.isShiftDown()) {
      event.consume();
      clipboard.pastePlain();
    }
  }

  private void mouse(MarkdownArea control, MouseEvent event) {
    boolean isPrimary = event.getButton() == MouseButton.PRIMARY;
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED && isPrimary) {
      if (event.isShortcutDown() && openLink(control, event)) {
        event.consume();
      } else {
        control.setSelecting(true);
      }
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && isPrimary) {
      control.setSelecting(false);
    } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
      boolean isLink = event.isShortcutDown() && link(control, event).isPresent();
      control.setCursor(isLink ? Cursor.HAND : Cursor.TEXT);
    }
  }

  private boolean openLink(MarkdownArea control, MouseEvent event) {
    Optional<String> link = link(control, event);
    link.ifPresent(address -> context.navigator().browse(address));
    return link.isPresent();
  }

  /// The web or mail address of the link under the mouse.
  private static Optional<String> link(MarkdownArea control, MouseEvent event) {
    OptionalInt hit = control.hit(event.getX(), event.getY()).getCharacterIndex();
    return hit.isEmpty()
        ? Optional.empty()
        : control.linkAt(hit.getAsInt()).map(LinkRange::target).filter(InlineFormatting::isUrl);
  }

  /// Keeps the column where it is whether or not there is a scroll bar.
  private void align(MarkdownArea control) {
    double column = Math.min(COLUMN, getWidth() - 2 * MARGIN);
    double left = Math.round((getWidth() - column) / 2);
    double right = Math.max(0, control.getWidth() - left - column);
    control.setPadding(new Insets(0, right, 0, left));
    prompt.relocate(left, prompt.getLayoutY());
  }

  private void updatePrompt() {
    prompt.setVisible(area != null && area.getLength() == 0);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    prompt.autosize();
  }
}
