package app.fragments.ui.shell;

import app.fragments.journal.Entry;
import app.fragments.journal.TagCount;
import app.fragments.journal.Tags;
import app.fragments.ui.common.Messages;
import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The context menu of a tag in the sidebar, and the popover that renames a tag or, if the name is
/// taken, merges it.
final class TagMenu {
  private static final PseudoClass DANGER = Styles.STATE_DANGER;

  private final WindowModules modules;
  private final Messages messages;
  private final Label title = new Label();
  private final TextField name = new TextField();
  private final Label note = new Label();
  private final Button rename = new Button();
  private @Nullable Popover popover;
  private String tag = "";

  TagMenu(WindowModules modules) {
    this.modules = modules;
    messages = modules.context.messages();
  }

  /// Adds the menu, and F2.
  void attachTo(Button item, String itemTag) {
    MenuItem choice = new MenuItem(messages.get("tags.rename"));
    choice.setAccelerator(new KeyCodeCombination(KeyCode.F2));
    choice.setOnAction(e -> show(item, itemTag));
    item.setContextMenu(new ContextMenu(choice));
    item.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.F2) {
            e.consume();
            show(item, itemTag);
          }
        });
  }

  private void show(Button item, String itemTag) {
    tag = itemTag;
    Popover shown = popover == null ? create() : popover;
    popover = shown;
    title.setText(messages.get("tags.rename.title", tag));
    name.setText(tag);
    typed();
    shown.show(item);
    Platform.runLater(
        () -> {
          name.requestFocus();
          name.selectAll();
        });
  }

  private Popover create() {
    title.getStyleClass().add("strong");
    name.setId("tagName");
    name.setAccessibleText(messages.get("tags.rename.name"));
    name.textProperty().addListener((o, old, now) -> typed());
    name.setOnAction(e -> rename());
    note.setWrapText(true);
    rename.setId("renameTag");
    rename.setOnAction(e -> rename());
    HBox buttons = new HBox(rename);
    buttons.getStyleClass().add("actions-right");
    VBox content = new VBox(title, name, note, buttons);
    content.getStyleClass().addAll("range", "tag-rename");
    Popover created = new Popover(content);
    created.setHeaderAlwaysVisible(false);
    created.setDetachable(false);
    created.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
    return created;
  }

  private void typed() {
    String problem = problem();
    name.pseudoClassStateChanged(DANGER, !problem.isEmpty());
    note.pseudoClassStateChanged(DANGER, !problem.isEmpty());
    Optional<TagCount> taken = taken();
    rename.setText(messages.get(taken.isPresent() ? "tags.merge.do" : "tags.rename.do"));
    rename.setDisable(!problem.isEmpty() || Tags.clean(name.getText()).equals(tag));
    note.setText(
        !problem.isEmpty()
            ? problem
            : taken
                .map(other -> messages.get("tags.merge.note", other.tag()))
                .orElseGet(() -> messages.get("tags.rename.note", count())));
  }

  private String problem() {
    String typed = Tags.clean(name.getText());
    if (typed.isEmpty()) {
      return messages.get("tags.rename.empty");
    }
    return typed.contains(",") ? messages.get("tags.rename.comma") : "";
  }

  private List<TagCount> known() {
    return modules.journal.snapshot().get().stats().tags();
  }

  private int count() {
    return known().stream()
        .filter(one -> Tags.isSame(one.tag(), tag))
        .mapToInt(TagCount::count)
        .sum();
  }

  /// The other tag of the typed name.
  private Optional<TagCount> taken() {
    String typed = Tags.clean(name.getText());
    return known().stream()
        .filter(one -> Tags.isSame(one.tag(), typed) && !Tags.isSame(typed, tag))
        .findFirst();
  }

  /// Saves the open fragment first: the text may contain the tag.
  private void rename() {
    if (rename.isDisabled() || popover == null) {
      return;
    }
    String from = tag;
    boolean exists = taken().isPresent();
    String to = taken().map(TagCount::tag).orElse(Tags.clean(name.getText()));
    popover.hide();
    List<Entry> open = modules.editor.editor().entry().stream().toList();
    modules
        .editor
        .editor()
        .save(
            open.stream().map(Entry::id).toList(),
            saved -> modules.entries.actions().renameTag(from, to, exists));
  }
}
