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

/// The tags of the open fragment: a pill each that a click removes, and one that adds.
final class TagPills {
  private final EditorViewModel editor;
  private final Messages messages;
  private final Pane pane;
  private final Button add = new Button();
  private final TextField field = new TextField();
  private List<String> shown = List.of();
  private @Nullable EntryId shownOf;
  private boolean readOnly;

  /// @param pane where the pills go, after what is in it
  TagPills(EditorViewModel editor, Messages messages, Pane pane) {
    this.editor = editor;
    this.messages = messages;
    this.pane = pane;
    add.setText(messages.get("editor.addTag"));
    add.getStyleClass().setAll("button", "pill");
    add.setAccessibleText(messages.get("editor.addTag.spoken"));
    add.setOnAction(e -> beginAdding());
    field.getStyleClass().add("tag-field");
    field.setPromptText(messages.get("editor.addTag.prompt"));
    field.setAccessibleText(messages.get("editor.addTag.spoken"));
    field.setOnAction(e -> endAdding(true));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    field.focusedProperty().addListener((o, old, now) -> leaveField(now));
  }

  /// Shows an entry's tags. A field in which one is being typed stays, unless it was another
  /// entry's.
  void show(Entry entry) {
    boolean isReadOnly = entry.inTrash();
    boolean goesOn = entry.id().equals(shownOf) && isReadOnly == readOnly;
    if (goesOn && entry.tags().equals(shown)) {
      return;
    }
    shownOf = entry.id();
    shown = entry.tags();
    readOnly = isReadOnly;
    boolean isAdding = goesOn && pane.getChildren().contains(field);
    pane.getChildren()
        .removeIf(
            node -> node.getStyleClass().contains("pill") || (node.equals(field) && !isAdding));
    int place = pane.getChildren().size() - (isAdding ? 1 : 0);
    pane.getChildren().addAll(place, shown.stream().map(this::pill).toList());
    if (!readOnly && !isAdding) {
      pane.getChildren().add(add);
    }
  }

  private Node pill(String tag) {
    Button pill = new Button("#" + tag);
    pill.getStyleClass().setAll("button", "pill");
    pill.setAccessibleText(messages.get("editor.removeTag", tag));
    pill.setTooltip(new Tooltip(messages.get("editor.removeTag", tag)));
    pill.setDisable(readOnly);
    pill.setOnAction(e -> editor.removeTag(tag));
    return pill;
  }

  private void beginAdding() {
    field.clear();
    pane.getChildren().remove(add);
    pane.getChildren().add(field);
    Platform.runLater(field::requestFocus);
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      endAdding(false);
    }
  }

  private void leaveField(boolean focused) {
    if (!focused && pane.getChildren().contains(field)) {
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
