package app.fragments.ui.entries;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Tip;
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
    ListView<Row> list = pane.list;
    list.setItems(journal.rows());
    list.setCellFactory(view -> new RowCell(journal, gestures, messages));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
    menu.attachTo(list);
    new DayChips(journal, rangePopover, messages).bind(pane.thisWeek, pane.lastWeek, pane.range);
    new EmptyList(journal, messages)
        .bind(pane.empty, pane.emptyTitle, pane.emptyText, pane.emptyAction);
    bindMasterBox();
    bindNotice();
    journal.current().addListener((o, old, now) -> showCurrent());
    journal.listing().addListener((o, old, now) -> listed(old, now));
  }

  private void bindMasterBox() {
    Tip.set(pane.all, messages.get("entries.tickAll.tip"));
    pane.all.setOnAction(e -> gestures.toggleAll());
    journal.ticks().version().addListener((o, old, now) -> showCount());
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

  private void listed(Listing before, Listing now) {
    showCount();
    if (!now.rows().isEmpty() && !Objects.equals(before.filter(), now.filter())) {
      pane.list.scrollTo(0);
    }
    showCurrent();
  }

  private void showCount() {
    Listing shown = journal.listing().get();
    int ticked = journal.ticks().countShown(shown);
    pane.count.setText(countText(shown, ticked));
    Ticks.Extent extent = Ticks.Extent.of(ticked, shown.count());
    pane.all.setSelected(extent == Ticks.Extent.ALL);
    pane.all.setIndeterminate(extent == Ticks.Extent.SOME);
    pane.all.setDisable(shown.count() == 0);
  }

  private String countText(Listing shown, int ticked) {
    if (shown.filter().isSearching()) {
      return messages.get("entries.count.found", shown.count());
    }
    return ticked == 0
        ? messages.get("entries.count", shown.count())
        : messages.get("entries.count.ticked", ticked, shown.count());
  }

  /// Puts the list's cursor on the open fragment, where it shows it and the user has not moved the
  /// cursor to a day.
  private void showCurrent() {
    ListView<Row> list = pane.list;
    @Nullable EntryId current = journal.current().get();
    MultipleSelectionModel<Row> cursor = list.getSelectionModel();
    if (isAt(cursor.getSelectedItem(), current)
        || (cursor.getSelectedItem() instanceof Row.Day && list.isFocused())) {
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

  private static boolean isAt(@Nullable Row row, @Nullable EntryId id) {
    return row instanceof Row.Fragment fragment && fragment.header().id().equals(id);
  }

  private void scrollIntoView(int index) {
    ListView<Row> list = pane.list;
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && (index < flow.getFirstVisibleCell().getIndex()
            || index > flow.getLastVisibleCell().getIndex())) {
      list.scrollTo(Math.max(0, index - 2));
    }
  }

  private void keyPressed(KeyEvent event) {
    opening = isPlain(event) ? event.getCode() : null;
    @Nullable Row row = pane.list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
      journal.ticks().setShown(journal.listing().get(), true);
    } else if (event.getCode() == KeyCode.SPACE && row != null) {
      gestures.toggle(row);
    } else if (event.getCode() == KeyCode.DELETE && row instanceof Row.Fragment fragment) {
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

  private void moveAndExtend(Row row, int step) {
    ListView<Row> list = pane.list;
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
    if (pane.list.getSelectionModel().getSelectedItem() instanceof Row.Fragment fragment) {
      gestures.open(fragment);
    }
  }
}
