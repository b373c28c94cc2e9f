package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.LazyTooltip;
import app.fragments.ui.common.Messages;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Binds the list of fragments with its boxes, its count and its keys.
final class EntriesController {
  private final EntriesPane pane;
  private final JournalViewModel journal;
  private final RowGestures gestures;
  private final RowMenu menu;
  private final RangePopover rangePopover;
  private final NoticeViewModel notices;
  private final Messages messages;
  private @Nullable KeyCode opening;

  EntriesController(
      EntriesPane pane,
      JournalViewModel journal,
      RowGestures gestures,
      RowMenu menu,
      RangePopover rangePopover,
      NoticeViewModel notices,
      Messages messages) {
    this.pane = pane;
    this.journal = journal;
    this.gestures = gestures;
    this.menu = menu;
    this.rangePopover = rangePopover;
    this.notices = notices;
    this.messages = messages;
  }

  /// Binds the pane. To be called once.
  void bind() {
    ListView<ListRow> list = pane.list;
    list.setItems(journal.rows());
    list.setCellFactory(view -> new RowCell(journal, gestures, messages));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
    menu.attachTo(list);
    new DayRangeChips(journal, rangePopover, messages)
        .bind(pane.thisWeek, pane.lastWeek, pane.range);
    new EmptyListView(journal, messages)
        .bind(pane.empty, pane.emptyTitle, pane.emptyText, pane.emptyAction);
    bindMasterBox();
    bindNotice();
    journal.current().addListener((o, old, now) -> showCurrent());
    journal.snapshot().addListener((o, old, now) -> listed(old, now));
  }

  private void bindMasterBox() {
    LazyTooltip.set(pane.all, messages.get("entries.tickAll.tip"));
    pane.all.setOnAction(e -> gestures.toggleAll());
    journal.checked().version().addListener((o, old, now) -> showCount());
    showCount();
  }

  private void bindNotice() {
    pane.notice.managedProperty().bind(pane.notice.visibleProperty());
    notices
        .shown()
        .subscribe(
            shown -> {
              pane.notice.setVisible(shown != null);
              if (shown != null) {
                pane.noticeText.setText(shown.text());
                pane.noticeAction.setText(shown.action());
                pane.noticeAction.setOnAction(e -> shown.onAction().run());
              }
            });
  }

  private void listed(ListSnapshot before, ListSnapshot now) {
    showCount();
    if (!now.rows().isEmpty() && !Objects.equals(before.filter(), now.filter())) {
      pane.list.scrollTo(0);
    }
    showCurrent();
  }

  private void showCount() {
    ListSnapshot shown = journal.snapshot().get();
    int checked = journal.checked().countShown(shown);
    pane.count.setText(countText(shown, checked));
    CheckedEntries.Extent extent = CheckedEntries.Extent.of(checked, shown.count());
    pane.all.setSelected(extent == CheckedEntries.Extent.ALL);
    pane.all.setIndeterminate(extent == CheckedEntries.Extent.SOME);
    pane.all.setDisable(shown.count() == 0);
  }

  private String countText(ListSnapshot shown, int checked) {
    if (shown.filter().isSearching()) {
      return messages.get("entries.count.found", shown.count());
    }
    return checked == 0
        ? messages.get("entries.count", shown.count())
        : messages.get("entries.count.ticked", checked, shown.count());
  }

  /// Puts the list's cursor on the open fragment, where it shows it and the user has not moved the
  /// cursor to a day.
  private void showCurrent() {
    ListView<ListRow> list = pane.list;
    @Nullable EntryId current = journal.current().get();
    MultipleSelectionModel<ListRow> cursor = list.getSelectionModel();
    if (isAt(cursor.getSelectedItem(), current)
        || (cursor.getSelectedItem() instanceof ListRow.Day && list.isFocused())) {
      return;
    }
    for (int i = 0; i < list.getItems().size(); i++) {
      if (isAt(list.getItems().get(i), current)) {
        cursor.clearAndSelect(i);
        list.getFocusModel().focus(i);
        scrollIntoView(i);
        return;
      }
    }
    cursor.clearSelection();
  }

  private static boolean isAt(@Nullable ListRow row, @Nullable EntryId id) {
    return row instanceof ListRow.Fragment fragment && fragment.header().id().equals(id);
  }

  private void scrollIntoView(int index) {
    ListView<ListRow> list = pane.list;
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && (index < flow.getFirstVisibleCell().getIndex()
            || index > flow.getLastVisibleCell().getIndex())) {
      list.scrollTo(Math.max(0, index - 2));
    }
  }

  private void keyPressed(KeyEvent event) {
    opening = isPlain(event) ? event.getCode() : null;
    @Nullable ListRow row = pane.list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
      journal.checked().setShown(journal.snapshot().get(), true);
    } else if (event.getCode() == KeyCode.SPACE && row != null) {
      gestures.toggle(row);
    } else if (event.getCode() == KeyCode.DELETE && row instanceof ListRow.Fragment fragment) {
      menu.delete(fragment.header());
    } else if (event.isShiftDown() && step(event.getCode()) != 0 && row != null) {
      moveAndExtend(row, step(event.getCode()));
    } else {
      return;
    }
    event.consume();
  }

  /// On release, so that running through the list with a key held down opens only the last. A key
  /// that was pressed elsewhere, or for a command of the window, opens nothing.
  private void keyReleased(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == opening && (code.isNavigationKey() || code == KeyCode.ENTER)) {
      openSelected();
    }
  }

  private static boolean isPlain(KeyEvent event) {
    return !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
  }

  private void moveAndExtend(ListRow row, int step) {
    ListView<ListRow> list = pane.list;
    int next = list.getSelectionModel().getSelectedIndex() + step;
    if (next < 0 || next >= list.getItems().size()) {
      return;
    }
    gestures.begin(row);
    list.getSelectionModel().clearAndSelect(next);
    list.getFocusModel().focus(next);
    scrollIntoView(next);
    gestures.extendTo(list.getItems().get(next));
  }

  private static int step(KeyCode code) {
    return switch (code) {
      case UP -> -1;
      case DOWN -> 1;
      default -> 0;
    };
  }

  private void openSelected() {
    if (pane.list.getSelectionModel().getSelectedItem() instanceof ListRow.Fragment fragment) {
      gestures.open(fragment);
    }
  }
}
