package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import app.fragments.ui.emoji.EmojiPictures;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of fragments, the controls above it, and the empty state that replaces it.
///
/// The only screen built in code: it is the window's first picture, and loading it from FXML would
/// take a tenth of the start-up time.
final class EntriesPane extends VBox {
  private static final double EMPTY_WIDTH = 320;

  /// The most of the height that the chips of the filters take.
  private static final double CHIPS_SHARE = 0.3;

  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

  private final JournalViewModel journal;
  private final CheckedEntries checked;
  private final RowMenu menu;
  private final Messages messages;
  private final EmojiPictures emoji;
  private final Consumer<EntryId> onOpen;
  private final ListView<ListRow> list =
      named(new ListView<ListRow>(), "list", "edge-to-edge", "fragment-list");
  private final Label emptyTitle = named(new Label(), "emptyTitle", "heading");
  private final Label emptyText = named(new Label(), "emptyText");
  private final Button emptyAction = named(new Button(), "emptyAction");
  private final VBox empty =
      named(
          new VBox(emptyTitle, emptyText, styled(new HBox(emptyAction), "actions")),
          "empty",
          "empty-state");
  private final StackPane rows = new StackPane(list, empty);
  private @Nullable KeyCode pressed;

  /// The first row on screen before the search, to return to.
  private int rowBeforeSearch;

  private boolean openFirstFound;
  private @Nullable ScrollPane filters;
  private @Nullable ScrollPane emptyPlace;

  EntriesPane(
      JournalViewModel journal,
      JournalActions actions,
      RowMenu menu,
      DayRangeController dayRange,
      Messages messages,
      EmojiPictures emoji,
      Consumer<EntryId> onOpen) {
    this.journal = journal;
    this.checked = journal.checked();
    this.menu = menu;
    this.messages = messages;
    this.emoji = emoji;
    this.onOpen = onOpen;
    layOut(dayRange, actions);
    list.setItems(journal.rows);
    list.setCellFactory(view -> new RowCell(journal, messages, emoji, onOpen));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
    menu.attachTo(list);
    list.focusVisibleProperty().addListener((o, old, now) -> focusReached(now));
    for (Node node : new Node[] {empty, emptyAction}) {
      node.managedProperty().bind(node.visibleProperty());
    }
    journal.filter().subscribe(this::showFilters);
    journal.scrollTarget.addListener((o, old, now) -> scrollToTarget());
    list.heightProperty()
        .addListener((o, old, now) -> heightChanged(old.doubleValue(), now.doubleValue()));
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((o, old, now) -> showWholeLastRow(now.intValue()));
    journal.current().addListener((o, old, now) -> showCurrent());
    journal.firstPageLoaded().addListener((o, old, now) -> showEmptyState());
    journal.readOnce().addListener((o, old, now) -> showEmptyState());
    journal.storeState().addListener((o, old, now) -> showSnapshot());
    journal.snapshot().addListener((o, old, now) -> snapshotChanged(old, now));
    journal.filter().addListener((o, old, now) -> filterChanged(old, now));
    showSnapshot();
  }

  private void layOut(DayRangeController dayRange, JournalActions actions) {
    list.setAccessibleText(messages.get("entries.list"));
    empty.setMaxWidth(EMPTY_WIDTH);
    empty.setMinHeight(USE_PREF_SIZE);
    rows.setMinHeight(0);
    VBox.setVgrow(rows, Priority.ALWAYS);
    styled(this, "entries")
        .getChildren()
        .addAll(
            new PeriodStrip(journal, dayRange, messages),
            new CountLine(journal, messages),
            new OnThisDay(journal, messages),
            new ListNotice(journal, actions, menu, messages),
            rows);
  }

  /// Creates the chips for the first filter: many sessions have none. In a low window with large
  /// text they scroll, so that they leave room for the rows.
  private void showFilters(ListFilter filter) {
    if (filters == null && !filter.isEverything()) {
      FilterChips chips = new FilterChips(journal, messages, emoji);
      filters = scrolling(chips);
      filters.setMinHeight(USE_PREF_SIZE);
      filters
          .prefHeightProperty()
          .bind(Bindings.min(chips.heightProperty(), heightProperty().multiply(CHIPS_SHARE)));
      filters.visibleProperty().bind(chips.visibleProperty());
      filters.managedProperty().bind(chips.visibleProperty());
      getChildren().add(1, filters);
    }
  }

  private static ScrollPane scrolling(Node content) {
    ScrollPane pane = styled(new ScrollPane(content), "edge-to-edge", "list-scroll");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    return pane;
  }

  private void snapshotChanged(ListSnapshot old, ListSnapshot now) {
    showSnapshot();
    boolean searched = old.outcome() != null;
    if (searched && now.outcome() == null) {
      list.scrollTo(rowBeforeSearch);
    } else if (!now.rows().isEmpty() && !old.filter().isLike(now.filter())) {
      list.scrollTo(0);
    }
    showCurrent();
    scrollToTarget();
    if (openFirstFound && isUpToDate()) {
      openFirst();
    }
  }

  private void filterChanged(ListFilter old, ListFilter now) {
    if (now.isSearching() && !old.isSearching()) {
      rowBeforeSearch = firstVisibleRow();
    }
    openFirstFound = false;
  }

  private int firstVisibleRow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
        ? flow.getFirstVisibleCell().getIndex()
        : 0;
  }

  /// Whether the list shows what the filter says. An index that is still being built may find more.
  private boolean isUpToDate() {
    @Nullable SearchOutcome outcome = snapshot().outcome();
    boolean complete = outcome == null || outcome.results().current() || snapshot().count() > 0;
    return complete && snapshot().filter().equals(journal.filter().get());
  }

  /// Moves the focus to the first row.
  void focusFirst() {
    if (!list.getItems().isEmpty()) {
      list.requestFocus();
      select(firstFragment());
    }
  }

  /// Opens the first fragment of the list, when the list shows what the filter says.
  void openFirst() {
    openFirstFound = !isUpToDate();
    int first = firstFragment();
    if (!openFirstFound
        && first < list.getItems().size()
        && list.getItems().get(first) instanceof ListRow.Fragment fragment) {
      onOpen.accept(fragment.header().id());
    }
  }

  private int firstFragment() {
    return list.getItems().size() > 1 && list.getItems().getFirst() instanceof ListRow.Day ? 1 : 0;
  }

  private void scrollToTarget() {
    @Nullable LocalDate day = journal.scrollTarget.get();
    if (day != null && snapshot().filter().equals(journal.filter().get())) {
      journal.scrollTarget.set(null);
      int heading = snapshot().nearestHeading(day);
      if (heading >= 0) {
        list.scrollTo(heading);
      }
    }
  }

  private void showSnapshot() {
    pseudoClassStateChanged(AWAY, journal.isAway());
    showEmptyState();
  }

  private static <N extends Node> N named(N node, String id, String... styleClasses) {
    node.setId(id);
    return styled(node, styleClasses);
  }

  private static <N extends Node> N styled(N node, String... styleClasses) {
    node.getStyleClass().addAll(styleClasses);
    return node;
  }

  private ListSnapshot snapshot() {
    return journal.snapshot().get();
  }

  private EmptyState.Reading reading() {
    return journal.readOnce().get()
        ? EmptyState.Reading.READ
        : journal.isAway() ? EmptyState.Reading.AWAY : EmptyState.Reading.OPENING;
  }

  private void showEmptyState() {
    EmptyState state = EmptyState.of(snapshot(), reading(), messages);
    empty.setVisible(state != null);
    if (emptyPlace != null) {
      emptyPlace.setVisible(state != null);
    }
    if (state != null) {
      scrollEmpty(state);
      emptyTitle.setText(state.title());
      emptyText.setText(state.text());
      emptyAction.setText(state.action());
      emptyAction.setVisible(!state.action().isEmpty());
      emptyAction.setOnAction(e -> journal.filter().set(state.next()));
    }
  }

  /// Lets more than a title scroll, because a low window may have no room for it.
  private void scrollEmpty(EmptyState state) {
    if (emptyPlace == null && !state.text().isEmpty()) {
      rows.getChildren().remove(empty);
      emptyPlace = scrolling(new StackPane(empty));
      emptyPlace.setFitToHeight(true);
      rows.getChildren().add(emptyPlace);
    }
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

  /// Selects the first row in sight if Tab reaches a list without a selection: the selection is
  /// what shows the focus.
  private void focusReached(boolean byKeyboard) {
    if (byKeyboard
        && list.getSelectionModel().isEmpty()
        && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      select(flow.getFirstVisibleCell().getIndex());
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

  /// The list scrolls too little when the keyboard reaches its last row, because its rows differ in
  /// height.
  private void showWholeLastRow(int selected) {
    if (list.isFocused() && selected >= 0 && selected == list.getItems().size() - 1) {
      Platform.runLater(() -> list.scrollTo(selected));
    }
  }

  /// The weave bar makes the list lower when it appears. It must not cover the last row or the
  /// selected one if they were in view.
  private void heightChanged(double old, double now) {
    if (now >= old || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
      return;
    }
    int last = list.getItems().size() - 1;
    int selected = list.getSelectionModel().getSelectedIndex();
    if (isInView(flow, last)) {
      Platform.runLater(() -> list.scrollTo(last));
    } else if (isInView(flow, selected)) {
      double end = flow.getCell(selected).getBoundsInParent().getMaxY();
      double hidden = end - (flow.getHeight() - (old - now));
      Platform.runLater(() -> flow.scrollPixels(Math.max(0, hidden)));
    }
  }

  private static boolean isInView(VirtualFlow<?> flow, int row) {
    IndexedCell<?> first = flow.getFirstVisibleCell();
    IndexedCell<?> last = flow.getLastVisibleCell();
    if (row < 0 || first == null || last == null || row < first.getIndex()) {
      return false;
    }
    return row < last.getIndex()
        || (row == last.getIndex() && last.getBoundsInParent().getMaxY() <= flow.getHeight() + 1);
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
