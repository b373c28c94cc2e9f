package app.fragments.ui.journal;

import app.fragments.search.QueryPart;
import app.fragments.search.QueryPart.Kind;
import app.fragments.search.SearchQuery;
import app.fragments.ui.common.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the list while it shows search results: a chip for each part of the query.
final class SearchStrip extends FlowPane {
  private final JournalViewModel journal;
  private final Messages messages;

  SearchStrip(JournalViewModel journal, Messages messages) {
    this.journal = journal;
    this.messages = messages;
    getStyleClass().add("filter-chips");
    setId("searchChips");
    managedProperty().bind(visibleProperty());
    journal.filter().subscribe(this::showChips);
  }

  private void showChips(ListFilter filter) {
    SearchQuery query = journal.search().query(filter);
    List<Node> shown =
        query.parts().stream().filter(SearchStrip::isShown).map(it -> chip(query, it)).toList();
    getChildren().setAll(shown);
    setVisible(filter.isSearching() && !shown.isEmpty());
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
}
