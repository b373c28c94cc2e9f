package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.LazyTooltip;
import app.fragments.ui.common.Messages;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Binds the list of fragments: its rows and keys, and the controls above it.
final class EntriesController {
  private final EntriesPane pane;
  private final ListView<ListRow> list;
  private final JournalViewModel journal;
  private final CheckedEntries checked;
  private final RowMenu menu;
  private final Messages messages;
  private final Consumer<EntryId> onOpen;
  private @Nullable KeyCode pressed;

  /// @param moduleNotice the notice to show unless the trash has its own
  EntriesController(
      EntriesPane pane,
      JournalViewModel journal,
      RowMenu menu,
      DayRangeController dayRange,
      ObservableValue<EntriesModule.@Nullable ListNotice> moduleNotice,
      Messages messages,
      Consumer<EntryId> onOpen) {
    this.pane = pane;
    this.list = pane.list;
    this.journal = journal;
    this.checked = journal.checked();
    this.menu = menu;
    this.messages = messages;
    this.onOpen = onOpen;
    list.setItems(journal.rows());
    list.setCellFactory(view -> new RowCell(journal, messages, onOpen));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
    menu.attachTo(list);
    dayRange.bind(pane.thisWeek, pane.lastWeek, pane.range);
    LazyTooltip.set(pane.all, messages.get("entries.tickAll.tip"));
    pane.all.setOnAction(e -> checked.toggleShown(snapshot()));
    pane.emptyAction.setOnAction(e -> widenFilter());
    pane.notice.managedProperty().bind(pane.notice.visibleProperty());
    pane.empty.managedProperty().bind(pane.empty.visibleProperty());
    pane.emptyAction.managedProperty().bind(pane.emptyAction.visibleProperty());
    checked.version().addListener((o, old, now) -> showCount());
    moduleNotice.addListener((o, old, now) -> showNotice(now));
    journal.current().addListener((o, old, now) -> showCurrent());
    journal.firstPageLoaded().addListener((o, old, now) -> showEmptyState());
    journal
        .snapshot()
        .addListener(
            (o, old, now) -> {
              showCount();
              showEmptyState();
              showNotice(moduleNotice.getValue());
              if (!now.rows().isEmpty() && !Objects.equals(old.filter(), now.filter())) {
                list.scrollTo(0);
              }
              showCurrent();
            });
    showCount();
    showEmptyState();
    showNotice(moduleNotice.getValue());
  }

  private ListSnapshot snapshot() {
    return journal.snapshot().get();
  }

  private void showNotice(EntriesModule.@Nullable ListNotice moduleNotice) {
    EntriesModule.ListNotice notice = moduleNotice;
    if (snapshot().filter().scope() == ListScope.TRASH) {
      notice =
          snapshot().count() == 0
              ? null
              : new EntriesModule.ListNotice(
                  messages.get("entries.trashNotice"),
                  messages.get("entries.emptyTrash"),
                  menu::emptyTrash);
    }
    pane.notice.setVisible(notice != null);
    if (notice != null) {
      Runnable action = notice.onAction();
      pane.noticeText.setText(notice.text());
      pane.noticeAction.setText(notice.action());
      pane.noticeAction.setOnAction(e -> action.run());
    }
  }

  private void showEmptyState() {
    EmptyState state = EmptyState.of(snapshot(), journal.firstPageLoaded().get(), messages);
    pane.empty.setVisible(state != null);
    if (state != null) {
      pane.emptyTitle.setText(state.title());
      pane.emptyText.setText(state.text());
      pane.emptyAction.setText(state.action());
      pane.emptyAction.setVisible(!state.action().isEmpty());
    }
  }

  private void widenFilter() {
    ListFilter filter = journal.filter().get();
    journal
        .filter()
        .set(filter.isSearching() ? filter.withSearch("") : filter.withDays(DayRange.EVERYTHING));
  }

  private void showCount() {
    int checkedCount = checked.countShown(snapshot());
    int count = snapshot().count();
    if (snapshot().filter().isSearching()) {
      pane.count.setText(messages.get("entries.count.found", count));
    } else {
      pane.count.setText(
          checkedCount == 0
              ? messages.get("entries.count", count)
              : messages.get("entries.count.ticked", checkedCount, count));
    }
    CheckedEntries.Extent extent = CheckedEntries.Extent.of(checkedCount, count);
    pane.all.setSelected(extent == CheckedEntries.Extent.ALL);
    pane.all.setIndeterminate(extent == CheckedEntries.Extent.SOME);
    pane.all.setDisable(count == 0);
  }

  /// Selects the row of the open fragment, unless the user has selected a day.
  private void showCurrent() {
    @Nullable EntryId current = journal.current().get();
    MultipleSelectionModel<ListRow> selection = list.getSelectionModel();
    ListRow selected = selection.getSelectedItem();
    if ((selected instanceof ListRow.Fragment fragment && fragment.header().id().equals(current))
        || (selected instanceof ListRow.Day && list.isFocused())) {
      return;
    }
    int row = snapshot().indexOf(current);
    if (row < 0) {
      selection.clearSelection();
    } else {
      select(row);
    }
  }

  private void select(int index) {
    list.getSelectionModel().clearAndSelect(index);
    list.getFocusModel().focus(index);
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && (index < flow.getFirstVisibleCell().getIndex()
            || index > flow.getLastVisibleCell().getIndex())) {
      list.scrollTo(Math.max(0, index - 2));
    }
  }

  private void keyPressed(KeyEvent event) {
    KeyCode key = event.getCode();
    pressed = event.isControlDown() || event.isAltDown() || event.isMetaDown() ? null : key;
    @Nullable ListRow row = list.getSelectionModel().getSelectedItem();
    if (key == KeyCode.A && event.isShortcutDown()) {
      checked.setShown(snapshot(), true);
    } else if (key == KeyCode.SPACE && row != null) {
      checked.toggle(row, snapshot());
    } else if (key == KeyCode.DELETE && row instanceof ListRow.Fragment fragment) {
      menu.delete(fragment.header());
    } else if (event.isShiftDown() && row != null && (key == KeyCode.UP || key == KeyCode.DOWN)) {
      extend(row, key == KeyCode.UP ? -1 : 1);
    } else {
      return;
    }
    event.consume();
  }

  /// Opens on release, so that holding an arrow key opens only the last fragment; but not after a
  /// key that was pressed in another control or with a modifier.
  private void keyReleased(KeyEvent event) {
    KeyCode key = event.getCode();
    if (key == pressed
        && (key.isNavigationKey() || key == KeyCode.ENTER)
        && list.getSelectionModel().getSelectedItem() instanceof ListRow.Fragment fragment) {
      onOpen.accept(fragment.header().id());
    }
  }

  private void extend(ListRow row, int step) {
    int next = list.getSelectionModel().getSelectedIndex() + step;
    if (next >= 0 && next < list.getItems().size()) {
      checked.startRange(row, snapshot());
      select(next);
      checked.extendTo(list.getItems().get(next), null, snapshot());
    }
  }
}
