package app.fragments.ui.editor;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.ui.common.Messages;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Binds the page of the open fragment.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class EditorController {
  private static final Duration MARKED_FOR = Duration.seconds(2);
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final EditorViewModel editor;
  private final EditorModule module;
  private final DayPopover dayPopover;
  private final Messages messages;
  private final PauseTransition unmark = new PauseTransition(MARKED_FOR);
  private @Nullable TextRange marked;

  @FXML private VBox page;
  @FXML private VBox empty;
  @FXML private VBox opening;
  @FXML private HBox trashNotice;
  @FXML private FlowPane meta;
  @FXML private Button day;
  @FXML private TextField title;
  @FXML private TextArea text;

  EditorController(
      EditorViewModel editor, EditorModule module, DayPopover dayPopover, Messages messages) {
    this.editor = editor;
    this.module = module;
    this.dayPopover = dayPopover;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    title.textProperty().bindBidirectional(editor.title());
    text.textProperty().bindBidirectional(editor.text());
    TagPills pills = new TagPills(editor, messages, meta);
    editor.draft().subscribe(draft -> show(draft, pills));
    editor.opening().subscribe(id -> showEditable());
    editor.isOpeningShown().subscribe(this::showOpening);
    title.addEventFilter(KeyEvent.KEY_PRESSED, this::titleKey);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::endMark);
    text.addEventFilter(KeyEvent.KEY_TYPED, e -> unmark());
    text.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> unmark());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::textKey);
    unmark.setOnFinished(e -> unmark());
  }

  @FXML
  void changeDay() {
    dayPopover.showAt(day);
  }

  @FXML
  void write() {
    module.write();
  }

  @FXML
  void restore() {
    editor.entry().ifPresent(entry -> module.restore(entry.id()));
  }

  /// Puts the cursor where one goes on writing.
  void focus() {
    if (title.getText().isEmpty() && text.getText().isEmpty()) {
      title.requestFocus();
    } else {
      text.requestFocus();
      text.positionCaret(text.getLength());
    }
  }

  /// Scrolls to some words and marks them for two seconds.
  void mark(String words) {
    TextRange.find(text.getText(), words)
        .ifPresent(
            passage -> {
              text.requestFocus();
              text.selectRange(passage.start(), passage.end());
              marked = passage;
              text.pseudoClassStateChanged(MARKED, true);
              unmark.playFromStart();
            });
  }

  /// The mark is a selection only to look at: a key must not put anything in the place of it, and
  /// does its work at its end. To copy it is fine, and to go on selecting from it.
  private void endMark(KeyEvent event) {
    KeyCode key = event.getCode();
    if (marked == null || key.isModifierKey() || isCopy(event)) {
      return;
    }
    if (event.isShiftDown() && key.isNavigationKey()) {
      marked = null; // from now on it is the user's own selection
    }
    unmark();
  }

  private static boolean isCopy(KeyEvent event) {
    KeyCode key = event.getCode();
    return key == KeyCode.COPY
        || (event.isShortcutDown() && (key == KeyCode.C || key == KeyCode.INSERT));
  }

  private void unmark() {
    unmark.stop();
    text.pseudoClassStateChanged(MARKED, false);
    TextRange passage = marked;
    marked = null;
    if (passage != null
        && text.getSelection().equals(new IndexRange(passage.start(), passage.end()))) {
      text.deselect();
    }
  }

  private void show(@Nullable Draft draft, TagPills pills) {
    page.setVisible(draft != null);
    showOpening(editor.isOpeningShown().get());
    if (draft == null) {
      return;
    }
    Entry entry = draft.mine();
    boolean readOnly = entry.inTrash();
    day.setText(
        messages.get(
            "editor.dayAndTime",
            DateFormats.dayWithYear(entry.date()),
            DateFormats.time(entry.createdAt(), entry.timeZone())));
    day.setDisable(readOnly);
    showEditable();
    trashNotice.setVisible(readOnly);
    trashNotice.setManaged(readOnly);
    pills.show(entry);
  }

  private void showOpening(boolean shown) {
    boolean none = editor.draft().get() == null;
    opening.setVisible(none && shown);
    empty.setVisible(none && !shown);
  }

  private void showEditable() {
    Draft draft = editor.draft().get();
    boolean editable = draft != null && !draft.mine().inTrash() && editor.opening().get() == null;
    title.setEditable(editable);
    text.setEditable(editable);
  }

  /// Ctrl+Enter is not its own: that weaves, wherever the keyboard is.
  private void titleKey(KeyEvent event) {
    if (event.isShortcutDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
      event.consume();
      text.requestFocus();
    }
  }

  /// Tab leaves the text, as everywhere in the window; Ctrl+Tab writes one.
  private void textKey(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
      event.consume();
      if (event.isShiftDown()) {
        title.requestFocus();
      } else {
        text.requestFocusTraversal(TraversalDirection.NEXT);
      }
    } else if (event.getCode() == KeyCode.UP
        && text.getCaretPosition() == 0
        && !event.isShiftDown()) {
      event.consume();
      title.requestFocus();
    }
  }
}
