package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.TagCount;
import app.fragments.ui.common.UiContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The tags of the open fragment: a chip for each, and a field that adds more.
final class TagPills {
  private final EditorViewModel editor;
  private final UiContext context;
  private final Consumer<String> onFilter;
  private final Button add = new Button();
  private final TextField field = new TextField();
  private final TagSuggestions suggestions;
  private Pane pane = new FlowPane();
  private List<String> shownTags = List.of();
  private @Nullable EntryId shownId;
  private boolean readOnly;

  /// @param known all tags of the journal, the most used first
  /// @param onFilter shows the fragments with a tag
  TagPills(
      EditorViewModel editor,
      UiContext context,
      Supplier<List<TagCount>> known,
      Consumer<String> onFilter) {
    this.editor = editor;
    this.context = context;
    this.onFilter = onFilter;
    suggestions = new TagSuggestions(known, context.messages(), this::chosen);
    add.setText(context.messages().get("editor.addTag"));
    add.getStyleClass().setAll("button", "pill");
    add.setAccessibleText(context.messages().get("editor.addTag.spoken"));
    add.setOnAction(e -> startAdding());
    field.getStyleClass().add("tag-field");
    field.setPromptText(context.messages().get("editor.addTag.prompt"));
    field.setAccessibleText(context.messages().get("editor.addTag.spoken"));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    field.textProperty().addListener((o, old, now) -> typed(now));
    field.focusedProperty().addListener((o, old, focused) -> endAddingUnless(focused));
  }

  /// Shows the tags at the end of a pane.
  void showIn(Pane end) {
    pane = end;
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
    if (!keepField) {
      suggestions.hide();
    }
    pane.getChildren()
        .removeIf(
            node ->
                node instanceof TagChip || node.equals(add) || (node.equals(field) && !keepField));
    int end = pane.getChildren().size() - (keepField ? 1 : 0);
    pane.getChildren().addAll(end, shownTags.stream().map(this::chip).toList());
    if (!readOnly && !keepField) {
      pane.getChildren().add(add);
    }
  }

  private TagChip chip(String tag) {
    return new TagChip(tag, readOnly, context, () -> onFilter.accept(tag), () -> remove(tag));
  }

  private void remove(String tag) {
    EntryId id = shownId;
    int index = shownTags.indexOf(tag);
    if (id != null && index >= 0) {
      boolean hadFocus = pane.getChildren().stream().anyMatch(node -> node.isFocusWithin());
      editor.removeTag(tag);
      context.toastUndo("editor.tagRemoved", () -> editor.insertTag(id, index, tag), tag);
      if (hadFocus && !isAdding()) {
        add.requestFocus();
      }
    }
  }

  private boolean isAdding() {
    return pane.getChildren().contains(field);
  }

  private void startAdding() {
    field.clear();
    pane.getChildren().remove(add);
    pane.getChildren().add(field);
    Platform.runLater(
        () -> {
          field.requestFocus();
          typed("");
        });
  }

  private void typed(String now) {
    int comma = now.indexOf(',');
    if (comma >= 0) {
      String rest = now.substring(comma + 1);
      editor.addTag(now.substring(0, comma));
      Platform.runLater(() -> field.setText(rest.stripLeading()));
    } else if (isAdding() && field.isFocused()) {
      suggestions.show(field, now, shownTags);
    }
  }

  private void keyPressed(KeyEvent event) {
    boolean isEmpty = field.getText().isBlank();
    switch (event.getCode()) {
      case ESCAPE -> {
        event.consume();
        field.clear();
        endAdding();
      }
      case ENTER -> {
        event.consume();
        if (isEmpty && suggestions.current() == null) {
          endAdding();
        } else {
          addCurrent();
        }
      }
      case TAB -> {
        if (!isEmpty && !event.isShiftDown()) {
          event.consume();
          addCurrent();
        }
      }
      case UP, DOWN -> {
        event.consume();
        suggestions.move(event.getCode() == KeyCode.DOWN ? 1 : -1);
      }
      case BACK_SPACE -> {
        if (field.getText().isEmpty() && !shownTags.isEmpty()) {
          event.consume();
          remove(shownTags.getLast());
        }
      }
      default -> {}
    }
  }

  private void addCurrent() {
    String current = suggestions.current();
    chosen(current == null ? field.getText() : current);
  }

  /// Adds a tag and waits for the next one.
  private void chosen(String tag) {
    editor.addTag(tag);
    field.clear();
    typed("");
  }

  private void endAddingUnless(boolean focused) {
    if (!focused && isAdding()) {
      endAdding();
    }
  }

  private void endAdding() {
    String typed = field.getText();
    boolean hadFocus = field.isFocused();
    suggestions.hide();
    pane.getChildren().remove(field);
    if (!pane.getChildren().contains(add)) {
      pane.getChildren().add(add);
    }
    editor.addTag(typed);
    if (hadFocus) {
      add.requestFocus();
    }
  }
}
