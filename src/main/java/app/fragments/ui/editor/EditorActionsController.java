package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Binds the star and the menu beside the tabs.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class EditorActionsController {
  private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");

  private final EditorViewModel editor;
  private final Consumer<EntryId> onDelete;
  private final Runnable onHistory;
  private final Runnable onInsertPicture;
  private final DayPopover dayPopover;
  private final Messages messages;

  @FXML private HBox mode;
  @FXML private ToggleButton read;
  @FXML private ToggleButton write;
  @FXML private Button star;
  @FXML private Tooltip starTip;
  @FXML private Button history;
  @FXML private MenuButton more;
  @FXML private MenuItem delete;

  EditorActionsController(
      EditorViewModel editor,
      Consumer<EntryId> onDelete,
      Runnable onHistory,
      Runnable onInsertPicture,
      DayPopover dayPopover,
      Messages messages) {
    this.editor = editor;
    this.onDelete = onDelete;
    this.onHistory = onHistory;
    this.onInsertPicture = onInsertPicture;
    this.dayPopover = dayPopover;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    read.setOnAction(e -> setReading(true));
    write.setOnAction(e -> setReading(false));
    editor.reading.subscribe(this::showMode);
    editor.draft.subscribe(this::show);
  }

  @FXML
  void toggleStar() {
    editor.toggleStar();
  }

  @FXML
  void changeDay() {
    dayPopover.show(more);
  }

  @FXML
  void showHistory() {
    onHistory.run();
  }

  @FXML
  void insertPicture() {
    onInsertPicture.run();
  }

  @FXML
  void delete() {
    editor.saveAll();
    editor.entry().map(Entry::id).ifPresent(onDelete);
  }

  private void setReading(boolean reading) {
    editor.reading.set(reading);
    showMode(reading); // a click on the selected button has deselected it
  }

  private void showMode(boolean reading) {
    read.setSelected(reading);
    write.setSelected(!reading);
  }

  private void show(@Nullable Draft draft) {
    boolean editable = draft != null && !draft.mine().inTrash();
    mode.setVisible(draft != null);
    mode.setManaged(draft != null);
    star.setVisible(editable);
    history.setVisible(editable);
    more.setVisible(editable);
    if (draft == null) {
      return;
    }
    boolean starred = draft.mine().starred();
    delete.setDisable(draft.base().revision() == 0 && !draft.isDirty());
    star.pseudoClassStateChanged(STARRED, starred);
    String tip = messages.get(starred ? "editor.unstar" : "editor.star");
    star.setAccessibleText(tip);
    starTip.setText(messages.get("editor.starTip", tip));
  }
}
