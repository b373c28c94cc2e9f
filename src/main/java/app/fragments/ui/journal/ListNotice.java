package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What there is to know and to do about the whole list: that it is out of date, has samples, or is
/// the trash.
final class ListNotice extends VBox {

  private final JournalViewModel journal;
  private final JournalActions actions;
  private final RowMenu menu;
  private final Messages messages;
  private final Label text = new Label();
  private final Button action = new Button();
  private final Button restore = new Button();

  ListNotice(JournalViewModel journal, JournalActions actions, RowMenu menu, Messages messages) {
    this.journal = journal;
    this.actions = actions;
    this.menu = menu;
    this.messages = messages;
    setId("notice");
    getStyleClass().add("list-notice");
    managedProperty().bind(visibleProperty());
    setVisible(false);
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    action.setId("noticeAction");
    restore.setId("restore");
    for (Button button : List.of(restore, action)) {
      button.getStyleClass().add("link");
      button.managedProperty().bind(button.visibleProperty());
    }
    restore.setOnAction(e -> actions.restoreAll(chosen()));
    FlowPane buttons = new FlowPane(restore, action);
    buttons.visibleProperty().bind(action.visibleProperty());
    buttons.managedProperty().bind(action.visibleProperty());
    getChildren().addAll(text, buttons);
    journal.snapshot().subscribe(snapshot -> show());
    journal.storeState().subscribe(state -> show());
    journal.checked().version.subscribe(version -> show());
  }

  private void show() {
    ListSnapshot snapshot = journal.snapshot().get();
    boolean isTrash = snapshot.filter().scope() == ListScope.TRASH;
    boolean isAway = journal.isAway();
    restore.setVisible(isTrash && !isAway);
    action.setVisible(!isAway);
    if (isAway) {
      showAsLoaded(snapshot.stats().total());
    } else if (isTrash) {
      showTrash(snapshot);
    } else {
      text.setText(messages.get("samples.notice"));
      action.setText(messages.get("samples.remove"));
      action.setOnAction(e -> actions.removeSamples());
      setVisible(snapshot.stats().samples() > 0);
    }
  }

  /// What the greyed list is, while the journal can't be reached.
  private void showAsLoaded(int read) {
    String key = journal.readOnce().get() ? "entries.asLoaded" : "entries.partLoaded";
    text.setText(messages.get(key, read, journal.loadedTime()));
    setVisible(read > 0);
  }

  private void showTrash(ListSnapshot snapshot) {
    int selected = journal.checked().countShown(snapshot);
    text.setText(messages.get("entries.trashNotice"));
    restore.setText(messages.get("entries.restore", selected));
    action.setText(messages.get(selected == 0 ? "entries.emptyTrash" : "entries.purge", selected));
    action.setOnAction(e -> menu.purgeAll(chosen()));
    setVisible(snapshot.count() > 0);
  }

  /// The selected fragments of the trash, or all.
  private List<EntryId> chosen() {
    ListSnapshot snapshot = journal.snapshot().get();
    CheckedEntries checked = journal.checked();
    boolean all = checked.countShown(snapshot) == 0;
    return snapshot.rows().stream()
        .filter(
            row -> row instanceof ListRow.Fragment fragment && (all || checked.contains(fragment)))
        .map(row -> ((ListRow.Fragment) row).header().id())
        .toList();
  }
}
