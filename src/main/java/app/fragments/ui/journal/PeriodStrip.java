package app.fragments.ui.journal;

import app.fragments.ui.common.Messages;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The periods above the list. A click on the active one shows all days again. What was chosen from
/// More becomes its label.
final class PeriodStrip extends FlowPane {
  private static final double GAP = 8;

  private final JournalViewModel journal;
  private final DayRangeController range;
  private final Messages messages;
  private final ToggleButton more = new ToggleButton();
  private @Nullable ContextMenu menu;

  PeriodStrip(JournalViewModel journal, DayRangeController range, Messages messages) {
    super(GAP, GAP);
    this.journal = journal;
    this.range = range;
    this.messages = messages;
    getStyleClass().add("chips");
    preset(DayRange.Kind.THIS_WEEK, "thisWeek");
    preset(DayRange.Kind.LAST_WEEK, "lastWeek");
    preset(DayRange.Kind.THIS_MONTH, "thisMonth");
    more.setId("more");
    more.setGraphic(new FontIcon("fth-chevron-down"));
    more.setContentDisplay(ContentDisplay.RIGHT);
    more.setAccessibleRole(AccessibleRole.MENU_BUTTON);
    add(more);
    more.setOnAction(e -> openMenu());
    journal.filter().subscribe(filter -> showMore(filter.days().kind()));
  }

  private void preset(DayRange.Kind kind, String id) {
    ToggleButton chip = new ToggleButton(DayLabels.name(kind, messages));
    chip.setId(id);
    add(chip);
    chip.setOnAction(
        e -> {
          journal.toggleDays(kind);
          chip.setSelected(isActive(kind)); // even if nothing changed
        });
    journal.filter().subscribe(filter -> chip.setSelected(isActive(kind)));
  }

  private void add(ToggleButton chip) {
    chip.getStyleClass().add("chip");
    chip.setMinWidth(USE_PREF_SIZE);
    getChildren().add(chip);
  }

  private boolean isActive(DayRange.Kind kind) {
    return journal.filter().get().days().kind() == kind;
  }

  private void showMore(DayRange.Kind kind) {
    boolean active = kind == DayRange.Kind.LAST_MONTH || kind == DayRange.Kind.RANGE;
    more.setText(active ? DayLabels.name(kind, messages) : messages.get("entries.more"));
    more.setSelected(active);
  }

  private void openMenu() {
    showMore(journal.filter().get().days().kind());
    if (menu == null) {
      menu = new ContextMenu();
    }
    menu.getItems()
        .setAll(
            item(
                messages.get("entries.lastMonth"),
                () -> journal.toggleDays(DayRange.Kind.LAST_MONTH)),
            item(messages.get("entries.range"), () -> range.show(more)),
            new SeparatorMenuItem(),
            item(
                messages.get("entries.allTime"),
                () -> journal.filter().set(filter().withDays(DayRange.EVERYTHING))));
    menu.show(more, Side.BOTTOM, 0, GAP / 2);
  }

  private ListFilter filter() {
    return journal.filter().get();
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(e -> action.run());
    return item;
  }
}
