package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.ui.common.Messages;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Binds what stands right of the tabs while a fragment is open: whether it is saved, its star, and
/// what else can be done with it.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class EditorActionsController {
  private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");

  private final EditorViewModel editor;
  private final EditorModule module;
  private final DayPopover dayPopover;
  private final Messages messages;

  @FXML private Label saveState;
  @FXML private Button star;
  @FXML private Tooltip starTip;
  @FXML private MenuButton more;
  @FXML private MenuItem delete;

  EditorActionsController(
      EditorViewModel editor, EditorModule module, DayPopover dayPopover, Messages messages) {
    this.editor = editor;
    this.module = module;
    this.dayPopover = dayPopover;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    editor.saveState().subscribe(state -> saveState.setText(words(state)));
    editor.draft().subscribe(this::show);
  }

  @FXML
  void toggleStar() {
    editor.entry().ifPresent(entry -> editor.setStarred(!entry.starred()));
  }

  @FXML
  void changeDay() {
    dayPopover.showAt(more);
  }

  @FXML
  void delete() {
    editor.entry().ifPresent(entry -> module.delete(entry.id()));
  }

  private void show(@Nullable Draft draft) {
    boolean usable = draft != null && !draft.mine().inTrash();
    star.setVisible(usable);
    more.setVisible(usable);
    if (draft == null) {
      return;
    }
    Entry entry = draft.mine();
    delete.setDisable(draft.base().revision() == 0 && !draft.isDirty());
    star.pseudoClassStateChanged(STARRED, entry.starred());
    String tip = messages.get(entry.starred() ? "editor.unstar" : "editor.star");
    star.setAccessibleText(tip);
    starTip.setText(messages.get("editor.starTip", tip));
  }

  private String words(SaveState state) {
    return switch (state) {
      case QUIET -> "";
      case SAVING -> messages.get("editor.saving");
      case SAVED -> messages.get("editor.saved");
      case WAITING -> messages.get("editor.waiting");
    };
  }
}
