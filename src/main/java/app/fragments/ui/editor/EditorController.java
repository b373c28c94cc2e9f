package app.fragments.ui.editor;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final Duration MARK_DURATION = Duration.seconds(2);
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final EditorViewModel editor;
  private final Consumer<EntryId> onRestore;
  private final DayPopover dayPopover;
  private final TagPills pills;
  private final Messages messages;
  private final PauseTransition markPause = new PauseTransition(MARK_DURATION);
  private @Nullable IndexRange marked;

  @FXML private VBox page;
  @FXML private VBox empty;
  @FXML private VBox opening;
  @FXML private HBox trashNotice;
  @FXML private FlowPane meta;
  @FXML private Button day;
  @FXML private TextField title;
  @FXML private TextArea text;

  EditorController(
      EditorViewModel editor,
      Consumer<EntryId> onRestore,
      DayPopover dayPopover,
      TagPills pills,
      Messages messages) {
    this.editor = editor;
    this.onRestore = onRestore;
    this.dayPopover = dayPopover;
    this.pills = pills;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    title.textProperty().bindBidirectional(editor.title);
    text.textProperty().bindBidirectional(editor.text);
    pills.showIn(meta);
    editor.draft.subscribe(this::show);
    editor.opening.subscribe(id -> updateEditable());
    editor.openingShown.subscribe(this::showOpening);
    title.addEventFilter(KeyEvent.KEY_PRESSED, this::titleKeyPressed);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::unmarkOnKey);
    text.addEventFilter(KeyEvent.KEY_TYPED, e -> unmark());
    text.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> unmark());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::textKeyPressed);
    markPause.setOnFinished(e -> unmark());
  }

  @FXML
  void changeDay() {
    dayPopover.show(day);
  }

  @FXML
  void write() {
    editor.write();
    title.requestFocus();
  }

  @FXML
  void restore() {
    editor.entry().ifPresent(entry -> onRestore.accept(entry.id()));
  }

  void mark(String passage) {
    if (find(text.getText(), passage) instanceof IndexRange range) {
      text.requestFocus();
      text.selectRange(range.getStart(), range.getEnd());
      marked = range;
      text.pseudoClassStateChanged(MARKED, true);
      markPause.playFromStart();
    }
  }

  /// Finds a passage, or null, ignoring case and everything between words: quoting drops the text's
  /// line breaks and Markdown.
  static @Nullable IndexRange find(String text, String passage) {
    String pattern =
        Arrays.stream(BETWEEN_WORDS.split(passage))
            .filter(word -> !word.isEmpty())
            .map(Pattern::quote)
            .collect(Collectors.joining(BETWEEN_WORDS.pattern()));
    Matcher matcher =
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
    return !pattern.isEmpty() && matcher.find()
        ? new IndexRange(matcher.start(), matcher.end())
        : null;
  }

  /// The mark is a selection that typing must not replace: any key except copying and extending the
  /// selection first moves the caret to its end.
  private void unmarkOnKey(KeyEvent event) {
    KeyCode key = event.getCode();
    boolean isCopy =
        key == KeyCode.COPY
            || (event.isShortcutDown() && (key == KeyCode.C || key == KeyCode.INSERT));
    if (marked == null || key.isModifierKey() || isCopy) {
      return;
    }
    if (event.isShiftDown() && key.isNavigationKey()) {
      marked = null; // the selection is now the user's
    }
    unmark();
  }

  private void unmark() {
    markPause.stop();
    text.pseudoClassStateChanged(MARKED, false);
    if (text.getSelection().equals(marked)) {
      text.deselect();
    }
    marked = null;
  }

  private void show(@Nullable Draft draft) {
    page.setVisible(draft != null);
    showOpening(editor.openingShown.get());
    if (draft == null) {
      return;
    }
    Entry entry = draft.mine();
    boolean readOnly = entry.inTrash();
    String date = DateFormats.dayWithYear(entry.date());
    String time = entry.time();
    day.setText(time.isEmpty() ? date : messages.get("editor.dayAndTime", date, time));
    day.setDisable(readOnly);
    updateEditable();
    trashNotice.setVisible(readOnly);
    trashNotice.setManaged(readOnly);
    pills.show(entry);
  }

  private void showOpening(boolean shown) {
    boolean isEmpty = editor.draft.get() == null;
    opening.setVisible(isEmpty && shown);
    empty.setVisible(isEmpty && !shown);
  }

  private void updateEditable() {
    boolean editable =
        editor.opening.get() == null && editor.entry().filter(e -> !e.inTrash()).isPresent();
    title.setEditable(editable);
    text.setEditable(editable);
  }

  /// Leaves Ctrl+Enter to the window, where it starts a report.
  private void titleKeyPressed(KeyEvent event) {
    if (!event.isShortcutDown()
        && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN)) {
      event.consume();
      text.requestFocus();
    }
  }

  private void textKeyPressed(KeyEvent event) {
    boolean isTab = event.getCode() == KeyCode.TAB && !event.isShortcutDown();
    boolean isUpAtStart =
        event.getCode() == KeyCode.UP && text.getCaretPosition() == 0 && !event.isShiftDown();
    if (isUpAtStart || (isTab && event.isShiftDown())) {
      event.consume();
      title.requestFocus();
    } else if (isTab) {
      event.consume();
      text.requestFocusTraversal(TraversalDirection.NEXT);
    }
  }
}
