package app.fragments.ui.journal;

import app.fragments.search.QueryPart;
import app.fragments.ui.common.EmojiGraphic;
import app.fragments.ui.common.Messages;
import app.fragments.ui.emoji.EmojiPictures;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A chip for each active filter and each part of the query, in the order they were added. Its ×
/// removes it.
final class FilterChips extends FlowPane {
  private static final double GAP = 8;

  private enum Kind {
    PERIOD,
    TAG,
    STARRED,
    SELECTED,
    QUERY
  }

  /// @param part of the query, or null for other kinds
  private record Chip(Kind kind, String text, @Nullable QueryPart part) {}

  private final JournalViewModel journal;
  private final Messages messages;
  private final EmojiPictures emoji;
  private final List<Kind> active = new ArrayList<>();
  private List<Chip> chips = List.of();

  FilterChips(JournalViewModel journal, Messages messages, EmojiPictures emoji) {
    super(GAP, GAP);
    this.journal = journal;
    this.messages = messages;
    this.emoji = emoji;
    getStyleClass().add("filter-chips");
    setId("filters");
    managedProperty().bind(visibleProperty());
    journal.filter().subscribe(this::show);
    journal.today.addListener((o, old, now) -> show(journal.filter().get()));
  }

  private void show(ListFilter filter) {
    for (Kind kind : Kind.values()) {
      if (chips(kind, filter).isEmpty()) {
        active.remove(kind);
      } else if (!active.contains(kind)) {
        active.add(kind);
      }
    }
    List<Chip> now = active.stream().flatMap(kind -> chips(kind, filter).stream()).toList();
    setVisible(!now.isEmpty());
    if (!now.equals(chips)) {
      chips = now;
      getChildren().setAll(now.stream().map(this::node).toList());
    }
  }

  private List<Chip> chips(Kind kind, ListFilter filter) {
    @Nullable String text =
        switch (kind) {
          case PERIOD ->
              filter.days().isEverything()
                  ? null
                  : DayLabels.of(filter.days(), journal.today.get(), messages);
          case TAG -> filter.tag() == null ? null : "#" + filter.tag();
          case STARRED ->
              filter.scope() == ListScope.STARRED ? messages.get("entries.filter.starred") : null;
          case SELECTED -> filter.isSelectedOnly() ? messages.get("entries.filter.selected") : null;
          case QUERY -> null;
        };
    if (kind == Kind.QUERY && filter.isSearching()) {
      return journal.search().query(filter).parts().stream()
          .filter(part -> part.problem() == null)
          .map(part -> new Chip(kind, label(part), part))
          .toList();
    }
    return Stream.ofNullable(text).map(it -> new Chip(kind, it, null)).toList();
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

  private Node node(Chip chip) {
    Label label = EmojiGraphic.on(new Label(chip.text()), emoji);
    Button cross = new Button("", new FontIcon("fth-x"));
    cross.getStyleClass().addAll("flat", "chip-remove");
    cross.setMinWidth(USE_PREF_SIZE);
    cross.setAccessibleText(messages.get("entries.filter.remove", chip.text()));
    cross.setTooltip(new Tooltip(cross.getAccessibleText()));
    cross.setOnAction(e -> remove(chip));
    HBox node = new HBox(label, cross);
    node.getStyleClass().add("filter-chip");
    if (chip.kind() == Kind.PERIOD) { // never shortened
      label.setMinWidth(USE_PREF_SIZE);
    } else {
      node.maxWidthProperty()
          .bind(widthProperty().map(width -> Math.max(1, width.doubleValue() - 2 * GAP)));
    }
    return node;
  }

  /// Keeps the focus in the row of chips.
  private void remove(Chip chip) {
    int index = chips.indexOf(chip);
    journal.filter().set(without(chip));
    if (!getChildren().isEmpty()) {
      Node next = getChildren().get(Math.min(index, getChildren().size() - 1));
      next.lookup(".chip-remove").requestFocus();
    }
  }

  private ListFilter without(Chip chip) {
    ListFilter filter = journal.filter().get();
    if (chip.part() instanceof QueryPart part) {
      return filter.withSearch(journal.search().query(filter).without(part));
    }
    return switch (chip.kind()) {
      case PERIOD -> filter.withDays(DayRange.EVERYTHING);
      case TAG -> filter.withTag(null);
      case STARRED -> filter.withScope(ListScope.ALL);
      case SELECTED -> filter.withOnly(null);
      case QUERY -> filter;
    };
  }
}
