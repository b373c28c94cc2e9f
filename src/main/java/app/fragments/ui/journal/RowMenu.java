package app.fragments.ui.journal;

import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Navigator;
import app.fragments.ui.common.UiContext;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;

/// The context menu of a fragment's row, and deleting with confirmation.
final class RowMenu {
  private final JournalViewModel journal;
  private final JournalActions actions;
  private final Navigator navigator;
  private final Messages messages;
  private @Nullable ContextMenu menu;

  RowMenu(JournalViewModel journal, JournalActions actions, UiContext context) {
    this.journal = journal;
    this.actions = actions;
    navigator = context.navigator();
    messages = context.messages();
  }

  void attachTo(ListView<ListRow> list) {
    list.setOnContextMenuRequested(
        event -> {
          if (list.getSelectionModel().getSelectedItem() instanceof ListRow.Fragment row) {
            menu = menu == null ? new ContextMenu() : menu;
            menu.getItems().setAll(items(row));
            menu.show(list, event.getScreenX(), event.getScreenY());
            event.consume();
          }
        });
    list.setOnMousePressed(
        event -> {
          if (menu != null) {
            menu.hide();
          }
        });
  }

  /// Moves a fragment to the trash. Asks before deleting one in the trash permanently.
  void delete(EntryHeader header) {
    if (header.inTrash()) {
      String title = header.title().isBlank() ? header.excerpt() : header.title();
      purge(messages.get("entries.purge.question", title), List.of(header.id()));
    } else {
      actions.trash(List.of(header.id()));
    }
  }

  /// Asks before deleting fragments in the trash permanently.
  void purgeAll(List<EntryId> ids) {
    purge(messages.get("entries.emptyTrash.question", ids.size()), ids);
  }

  private void purge(String question, List<EntryId> ids) {
    String text = messages.get("entries.purge.text");
    String yes = messages.get("entries.purge.yes");
    navigator.confirm(question, text, yes, () -> actions.purge(ids));
  }

  private List<MenuItem> items(ListRow.Fragment row) {
    EntryHeader header = row.header();
    if (header.inTrash()) {
      return List.of(
          item("entries.menu.restore", () -> actions.restore(List.of(header.id()))),
          new SeparatorMenuItem(),
          item("entries.menu.purge", () -> delete(header)));
    }
    boolean checked = journal.checked().contains(row);
    String checkKey = checked ? "entries.menu.untick" : "entries.menu.tick";
    MenuItem check = item(checkKey, () -> journal.checked().set(List.of(row), !checked));
    check.setAccelerator(new KeyCodeCombination(KeyCode.SPACE));
    String starKey = header.starred() ? "entries.menu.unstar" : "entries.menu.star";
    MenuItem star = item(starKey, () -> actions.star(header.id(), !header.starred()));
    MenuItem delete = item("entries.menu.delete", () -> delete(header));
    delete.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
    return List.of(check, star, new SeparatorMenuItem(), delete);
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(messages.get(key));
    item.setOnAction(e -> action.run());
    return item;
  }
}
