package app.fragments.ui.journal;

import app.fragments.search.IndexProgress;
import app.fragments.search.QueryPart;
import app.fragments.search.QueryPart.Kind;
import app.fragments.search.SearchQuery;
import app.fragments.search.SearchRequest.Order;
import app.fragments.ui.common.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the list while it shows search results: a chip for each part of the query, the number of
/// fragments found and their order.
final class SearchStrip extends VBox {
  private final JournalViewModel journal;
  private final Messages messages;
  private final FlowPane chips = new FlowPane();
  private final Label count = new Label();

  SearchStrip(JournalViewModel journal, Messages messages) {
    this.journal = journal;
    this.messages = messages;
    chips.getStyleClass().add("filter-chips");
    chips.setId("searchChips");
    count.setId("found");
    count.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(count, space, sortMenu());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("count-line");
    getChildren().addAll(chips, line);
    managedProperty().bind(visibleProperty());
    chips.managedProperty().bind(chips.visibleProperty());
    journal.filter().subscribe(this::showChips);
    journal.snapshot().subscribe(this::showCount);
    journal.search().progress().subscribe(now -> showCount(journal.snapshot().get()));
  }

  private MenuButton sortMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("sort");
    menu.getStyleClass().addAll("flat", "sort-menu");
    menu.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (Order order : Order.values()) {
      RadioMenuItem item = new RadioMenuItem(name(order));
      item.setToggleGroup(group);
      item.setOnAction(e -> journal.search().order().set(order));
      menu.getItems().add(item);
      journal.search().order().subscribe(now -> item.setSelected(now == order));
    }
    journal.search().order().subscribe(now -> menu.setText(name(now)));
    return menu;
  }

  private String name(Order order) {
    return messages.get(order == Order.BEST ? "search.sort.best" : "search.sort.newest");
  }

  private void showChips(ListFilter filter) {
    setVisible(filter.isSearching());
    SearchQuery query = journal.search().query(filter);
    List<Node> shown =
        query.parts().stream().filter(SearchStrip::isShown).map(it -> chip(query, it)).toList();
    chips.getChildren().setAll(shown);
    chips.setVisible(!shown.isEmpty());
  }

  /// Words get a chip when they are finished.
  private static boolean isShown(QueryPart part) {
    boolean word = part.kind() == Kind.WORD || part.kind() == Kind.PHRASE;
    return part.problem() == null && !(word && part.open() && !part.excluded());
  }

  private Node chip(SearchQuery query, QueryPart part) {
    Label text = new Label(label(part));
    FontIcon cross = new FontIcon("fth-x");
    Button remove = new Button("", cross);
    remove.getStyleClass().addAll("flat", "chip-remove");
    remove.setAccessibleText(messages.get("search.chip.remove", text.getText()));
    remove.setTooltip(new Tooltip(remove.getAccessibleText()));
    remove.setOnAction(
        e -> {
          ListFilter now = journal.filter().get();
          journal.filter().set(now.withSearch(query.without(part)));
        });
    HBox chip = new HBox(text, remove);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("filter-chip");
    return chip;
  }

  private String label(QueryPart part) {
    String label =
        switch (part.kind()) {
          case TAG, HASHTAG -> "#" + part.value();
          case WORD, PHRASE -> messages.get("search.chip.words", part.value());
          case TITLE -> messages.get("search.chip.title", part.value());
          case FROM -> messages.get("search.chip.from", part.value());
          case TO -> messages.get("search.chip.to", part.value());
          case ON -> messages.get("search.chip.on", part.value());
          case STARRED -> messages.get("search.chip.starred");
          case PICTURE -> messages.get("search.chip.picture");
        };
    return part.excluded() ? messages.get("search.chip.without", label) : label;
  }

  private void showCount(ListSnapshot snapshot) {
    SearchOutcome outcome = snapshot.outcome();
    IndexProgress progress = journal.search().progress().get();
    if (!progress.isDone() && progress.total() > 0) {
      count.setText(messages.get("search.indexing", progress.done(), progress.total()));
    } else if (outcome != null) {
      long total = outcome.results().total();
      count.setText(
          total > snapshot.count()
                  && snapshot.count() > 0
                  && total > outcome.results().entries().size()
              ? messages.get("search.count.first", snapshot.count(), total)
              : messages.get("search.count", snapshot.count()));
    }
  }
}
