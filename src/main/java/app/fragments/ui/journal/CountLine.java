package app.fragments.ui.journal;

import app.fragments.search.IndexProgress;
import app.fragments.search.SearchRequest.Order;
import app.fragments.ui.common.Messages;
import app.fragments.ui.journal.ListFilter.ListOrder;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above the rows: a box for all fragments in the list, their number, and their order.
final class CountLine extends HBox {
  private final JournalViewModel journal;
  private final CheckedEntries checked;
  private final Messages messages;
  private final CheckBox all = new CheckBox();
  private final Label count = new Label();
  private final Button order = new Button();

  CountLine(JournalViewModel journal, Messages messages) {
    this.journal = journal;
    this.messages = messages;
    checked = journal.checked();
    getStyleClass().add("count-line");
    all.setId("all");
    all.setAccessibleText(messages.get("entries.tickAll"));
    all.setTooltip(new Tooltip(messages.get("entries.tickAll.tip")));
    all.setMinWidth(USE_PREF_SIZE);
    all.setOnAction(
        e -> {
          ListSnapshot shown = journal.snapshot().get();
          checked.setShown(shown, checked.countShown(shown) < shown.count());
        });
    count.setId("count");
    count.setMinWidth(0);
    order.setId("order");
    order.getStyleClass().addAll("flat", "order");
    order.setGraphic(new FontIcon("fth-chevron-down"));
    order.setContentDisplay(ContentDisplay.RIGHT);
    order.setMinWidth(USE_PREF_SIZE);
    order.setAccessibleRole(AccessibleRole.MENU_BUTTON);
    order.setOnAction(e -> openMenu());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(all, count, space, order);
    checked.version.addListener((o, old, now) -> showCount());
    journal.snapshot().subscribe(snapshot -> showCount());
    journal.filter().subscribe(filter -> showOrder());
    journal.search().order().subscribe(by -> showOrder());
    journal.search().progress().subscribe(now -> showCount());
  }

  private void showCount() {
    ListSnapshot snapshot = journal.snapshot().get();
    int shown = snapshot.count();
    int checkedCount = checked.countShown(snapshot);
    CheckedEntries.Extent extent = CheckedEntries.Extent.of(checkedCount, shown);
    String fragments = fragments(snapshot);
    count.setText(
        switch (extent) {
          case NONE -> fragments;
          case SOME -> messages.get("entries.count.ticked", fragments, checkedCount);
          case ALL -> messages.get("entries.count.all", fragments, shown);
        });
    all.setSelected(extent == CheckedEntries.Extent.ALL);
    all.setIndeterminate(extent == CheckedEntries.Extent.SOME);
    all.setDisable(shown == 0);
  }

  /// How many fragments there are, or how far the search index is.
  private String fragments(ListSnapshot snapshot) {
    int shown = snapshot.count();
    SearchOutcome outcome = snapshot.outcome();
    if (outcome == null) {
      return messages.get("entries.count", shown);
    }
    IndexProgress progress = journal.search().progress().get();
    if (!progress.isDone() && progress.total() > 0) {
      return messages.get("search.indexing", progress.done(), progress.total());
    }
    long total = outcome.results().total();
    boolean cut = shown > 0 && total > shown && total > outcome.results().entries().size();
    return cut
        ? messages.get("search.count.first", shown, total)
        : messages.get("entries.count", shown);
  }

  private void showOrder() {
    ListFilter filter = journal.filter().get();
    order.setText(
        filter.isSearching() ? name(journal.search().order().get()) : name(filter.order()));
  }

  private void openMenu() {
    ContextMenu menu = new ContextMenu();
    if (journal.filter().get().isSearching()) {
      ObjectProperty<Order> current = journal.search().order();
      for (Order choice : Order.values()) {
        add(menu, name(choice), current.get() == choice, () -> current.set(choice));
      }
    } else {
      ListFilter filter = journal.filter().get();
      for (ListOrder choice : ListOrder.values()) {
        Runnable choose = () -> journal.filter().set(filter.withOrder(choice));
        add(menu, name(choice), filter.order() == choice, choose);
      }
    }
    menu.show(order, Side.BOTTOM, 0, 0);
  }

  private static void add(ContextMenu menu, String text, boolean current, Runnable choose) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setSelected(current);
    item.setOnAction(e -> choose.run());
    menu.getItems().add(item);
  }

  private String name(Order choice) {
    return messages.get(choice == Order.BEST ? "search.sort.best" : "search.sort.newest");
  }

  private String name(ListOrder choice) {
    return messages.get(
        choice == ListOrder.NEWEST_FIRST ? "entries.order.newest" : "entries.order.oldest");
  }
}
