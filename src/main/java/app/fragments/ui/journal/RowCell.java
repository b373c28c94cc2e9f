package app.fragments.ui.journal;

import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.Messages;
import app.fragments.ui.emoji.EmojiPictures;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A cell of the list: shows a day or a fragment and whether it is checked, and handles clicks.
final class RowCell extends ListCell<ListRow> {
  private static final PseudoClass DAY = PseudoClass.getPseudoClass("day");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final JournalViewModel journal;
  private final CheckedEntries checked;
  private final Messages messages;
  private final EmojiPictures emoji;
  private final Consumer<EntryId> onOpen;
  private final InvalidationListener onChange = o -> showChecked();
  private final InvalidationListener onContexts = o -> showFound();
  private final InvalidationListener onMidnight = o -> showDay();
  private @Nullable FragmentRow fragment;
  private @Nullable FoundRow found;
  private @Nullable DayRow day;

  RowCell(
      JournalViewModel journal, Messages messages, EmojiPictures emoji, Consumer<EntryId> onOpen) {
    this.emoji = emoji;
    this.journal = journal;
    this.checked = journal.checked();
    this.messages = messages;
    this.onOpen = onOpen;
    getStyleClass().add("row-cell");
    setPrefWidth(0); // fits the list's width instead of widening the list
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    journal.search().contextsVersion().addListener(new WeakInvalidationListener(onContexts));
    checked.version.addListener(new WeakInvalidationListener(onChange));
    journal.snapshot().addListener(new WeakInvalidationListener(onChange));
    journal.today.addListener(new WeakInvalidationListener(onMidnight));
  }

  @Override
  protected void updateItem(@Nullable ListRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(DAY, row instanceof ListRow.Day);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    // not a type switch: the JVM generates its classes at run time, which would delay the first
    // frame
    if (row instanceof ListRow.Day) {
      showDay();
      setGraphic(day());
    } else if (row instanceof ListRow.Fragment entry) {
      showFragment(entry.header());
    }
    showChecked();
  }

  private void showFragment(EntryHeader header) {
    pseudoClassStateChanged(FOUND, isFound());
    if (isFound()) {
      found().show(header, journal.search().match(header.id()), journal.today.get());
      setGraphic(found());
    } else {
      fragment().show(header);
      setGraphic(fragment());
    }
  }

  private boolean isFound() {
    return journal.snapshot().get().outcome() != null;
  }

  private void showFound() {
    journal.search().contextsVersion().get(); // reading it makes it fire again
    if (getItem() instanceof ListRow.Fragment entry && isFound()) {
      showFragment(entry.header());
      showChecked();
    }
  }

  private void showDay() {
    LocalDate today = journal.today.get(); // read, or it would not notify again
    if (getItem() instanceof ListRow.Day heading) {
      day().show(heading, today);
    }
  }

  private void showChecked() {
    checked.version.get(); // read, or it would not notify again
    ListSnapshot snapshot = journal.snapshot().get();
    if (getItem() instanceof ListRow.Day heading) {
      day().box.show(checked.extent(snapshot.fragmentsOf(heading.date())));
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    } else if (getItem() instanceof ListRow.Fragment entry) {
      if (isFound() != (found != null && getGraphic() == found)) {
        showFragment(entry.header()); // the same row, in the other kind of list
      }
      if (isFound()) {
        found().showChecked(checked.contains(entry));
      } else {
        fragment().showChecked(checked.contains(entry));
      }
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  /// Builds the text for screen readers only when one asks.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    if (attribute != AccessibleAttribute.TEXT) {
      return super.queryAccessibleAttribute(attribute, parameters);
    }
    return switch (getItem()) {
      case ListRow.Day heading -> day().spoken(heading);
      case ListRow.Fragment entry ->
          isFound()
              ? found().spoken(entry.header(), checked.contains(entry))
              : fragment().spoken(entry.header(), checked.contains(entry));
      case null -> null;
    };
  }

  /// Created on demand: most cells only ever show one kind of row.
  private FragmentRow fragment() {
    if (fragment == null) {
      fragment = new FragmentRow(messages, emoji);
      fragment.box.addEventHandler(MouseEvent.MOUSE_PRESSED, this::boxPressed);
    }
    return fragment;
  }

  private FoundRow found() {
    if (found == null) {
      found = new FoundRow(messages, emoji);
      found.box.addEventHandler(MouseEvent.MOUSE_PRESSED, this::boxPressed);
    }
    return found;
  }

  private DayRow day() {
    if (day == null) {
      day = new DayRow(messages);
      day.box.addEventHandler(MouseEvent.MOUSE_PRESSED, this::boxPressed);
    }
    return day;
  }

  private void pressed(MouseEvent event) {
    ListRow row = getItem();
    if (row != null && event.getButton() == MouseButton.PRIMARY && event.isShiftDown()) {
      checked.extendTo(row, journal.current().get(), journal.snapshot().get());
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (getItem() instanceof ListRow.Fragment entry
        && event.getButton() == MouseButton.PRIMARY
        && !event.isShiftDown()
        && !isOnBox(event)) {
      onOpen.accept(entry.header().id());
    }
  }

  private boolean isOnBox(MouseEvent event) {
    RowCheckBox box = isFound() ? found().box : fragment().box;
    return box.contains(box.sceneToLocal(event.getSceneX(), event.getSceneY()));
  }

  private void boxPressed(MouseEvent event) {
    ListRow row = getItem();
    if (row != null && event.getButton() == MouseButton.PRIMARY) {
      checked.toggle(row, journal.snapshot().get());
      event.consume();
    }
  }

  /// Looks like a check box, but keyboard focus stays with the list.
  static final class RowCheckBox extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass INDETERMINATE = PseudoClass.getPseudoClass("indeterminate");

    RowCheckBox() {
      getStyleClass().addAll("check-box", "row-check-box");
      Region mark = new Region();
      mark.getStyleClass().add("mark");
      StackPane box = new StackPane(mark);
      box.getStyleClass().add("box");
      getChildren().add(box);
    }

    void show(CheckedEntries.Extent extent) {
      pseudoClassStateChanged(SELECTED, extent == CheckedEntries.Extent.ALL);
      pseudoClassStateChanged(INDETERMINATE, extent == CheckedEntries.Extent.SOME);
    }
  }
}
