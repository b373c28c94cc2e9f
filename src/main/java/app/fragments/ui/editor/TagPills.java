package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The tags of the open fragment: a button for each that removes it, and one to add another.
final class TagPills {
  private final EditorViewModel editor;
  private final Messages messages;
  private final Pane pane;
  private final Button add = new Button();
  private final TextField field = new TextField();
  private List<String> shownTags = List.of();
  private @Nullable EntryId shownId;
  private boolean readOnly;

  TagPills(EditorViewModel editor, Messages messages, Pane pane) {
    this.editor = editor;
    this.messages = messages;
    this.pane = pane;
    add.setText(messages.get("editor.addTag"));
    add.getStyleClass().setAll("button", "pill");
    add.setAccessibleText(messages.get("editor.addTag.spoken"));
    add.setOnAction(e -> startAdding());
    field.getStyleClass().add("tag-field");
    field.setPromptText(messages.get("editor.addTag.prompt"));
    field.setAccessibleText(messages.get("editor.addTag.spoken"));
    field.setOnAction(e -> endAdding(true));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::cancelOnEscape);
    field.focusedProperty().addListener((o, old, focused) -> endAddingUnless(focused));
  }

  /// Shows an entry's tags. A tag being typed stays unless another entry is shown.
  void show(Entry entry) {
    boolean isSame = entry.id().equals(shownId) && entry.inTrash() == readOnly;
    if (isSame && entry.tags().equals(shownTags)) {
      return;
    }
    shownId = entry.id();
    shownTags = entry.tags();
    readOnly = entry.inTrash();
    boolean keepField = isSame && isAdding();
    pane.getChildren()
        .removeIf(
            node -> node.getStyleClass().contains("pill") || (node.equals(field) && !keepField));
    int end = pane.getChildren().size() - (keepField ? 1 : 0);
    pane.getChildren().addAll(end, shownTags.stream().map(this::pill).toList());
    if (!readOnly && !keepField) {
      pane.getChildren().add(add);
    }
  }

  private Node pill(String tag) {
    Button pill = new Button("#" + tag);
    pill.getStyleClass().setAll("button", "pill");
    String tip = messages.get("editor.removeTag", tag);
    pill.setAccessibleText(tip);
    pill.setTooltip(new Tooltip(tip));
    pill.setDisable(readOnly);
    pill.setOnAction(e -> editor.removeTag(tag));
    return pill;
  }

  private boolean isAdding() {
    return pane.getChildren().contains(field);
  }

  private void startAdding() {
    field.clear();
    pane.getChildren().remove(add);
    pane.getChildren().add(field);
    Platform.runLater(field::requestFocus);
  }

  private void cancelOnEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      endAdding(false);
    }
  }

  private void endAddingUnless(boolean focused) {
    if (!focused && isAdding()) {
      endAdding(true);
    }
  }

  private void endAdding(boolean keep) {
    String typed = field.getText();
    boolean hadFocus = field.isFocused();
    pane.getChildren().remove(field);
    if (!pane.getChildren().contains(add)) {
      pane.getChildren().add(add);
    }
    if (keep) {
      editor.addTag(typed);
    }
    if (hadFocus) {
      add.requestFocus();
    }
  }
}
