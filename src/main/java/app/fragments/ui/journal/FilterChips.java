package app.fragments.ui.journal;

import app.fragments.ui.common.Messages;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A chip for each active filter, in the order they were added. Its × removes the filter. The words
/// of a search have their own, see [SearchStrip].
final class FilterChips extends FlowPane {
  private static final double GAP = 8;

  private enum Kind {
    PERIOD(filter -> filter.withDays(DayRange.EVERYTHING)),
    TAG(filter -> filter.withTag(null)),
    STARRED(filter -> filter.withScope(ListScope.ALL)),
    SELECTED(filter -> filter.withOnly(null));

    final Function<ListFilter, ListFilter> remove;

    Kind(Function<ListFilter, ListFilter> remove) {
      this.remove = remove;
    }
  }

  private final JournalViewModel journal;
  private final Messages messages;
  private final List<Kind> active = new ArrayList<>();
  private final Map<Kind, Chip> chips = new EnumMap<>(Kind.class);

  FilterChips(JournalViewModel journal, Messages messages) {
    super(GAP, GAP);
    this.journal = journal;
    this.messages = messages;
    getStyleClass().add("filter-chips");
    setId("filters");
    managedProperty().bind(visibleProperty());
    journal.filter().subscribe(this::show);
    journal.today.addListener((o, old, now) -> show(journal.filter().get()));
  }

  private void show(ListFilter filter) {
    for (Kind kind : Kind.values()) {
      @Nullable String text = text(kind, filter);
      if (text == null) {
        active.remove(kind);
      } else {
        chips.computeIfAbsent(kind, Chip::new).show(text);
        if (!active.contains(kind)) {
          active.add(kind);
        }
      }
    }
    List<Chip> shown = active.stream().map(chips::get).toList();
    if (!getChildren().equals(shown)) {
      getChildren().setAll(shown);
    }
    setVisible(!shown.isEmpty());
  }

  private @Nullable String text(Kind kind, ListFilter filter) {
    return switch (kind) {
      case PERIOD ->
          filter.days().isEverything()
              ? null
              : DayLabels.of(filter.days(), journal.today.get(), messages);
      case TAG -> filter.tag() == null ? null : "#" + filter.tag();
      case STARRED ->
          filter.scope() == ListScope.STARRED ? messages.get("entries.filter.starred") : null;
      case SELECTED -> filter.isSelectedOnly() ? messages.get("entries.filter.selected") : null;
    };
  }

  /// Removes a filter and keeps the focus in the row of chips.
  private void remove(Kind kind) {
    int index = active.indexOf(kind);
    journal.filter().set(kind.remove.apply(journal.filter().get()));
    if (!active.isEmpty()
        && chips.get(active.get(Math.min(index, active.size() - 1))) instanceof Chip next) {
      next.cross.requestFocus();
    }
  }

  private final class Chip extends HBox {
    private final Label label = new Label();
    private final Tooltip full = new Tooltip();
    final Button cross = new Button("", new FontIcon("fth-x"));

    Chip(Kind kind) {
      getStyleClass().add("filter-chip");
      cross.getStyleClass().addAll("flat", "chip-remove");
      cross.setMinWidth(USE_PREF_SIZE);
      cross.setTooltip(new Tooltip());
      cross.setOnAction(e -> remove(kind));
      if (kind == Kind.PERIOD) { // never shortened
        label.setMinWidth(USE_PREF_SIZE);
      } else {
        maxWidthProperty()
            .bind(
                FilterChips.this
                    .widthProperty()
                    .map(width -> Math.max(1, width.doubleValue() - 2 * GAP)));
      }
      getChildren().addAll(label, cross);
    }

    void show(String text) {
      label.setText(text);
      full.setText(text);
      label.setTooltip(full);
      cross.setAccessibleText(messages.get("entries.filter.remove", text));
      cross.getTooltip().setText(cross.getAccessibleText());
    }
  }
}
