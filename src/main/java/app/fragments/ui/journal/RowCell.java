package app.fragments.ui.journal;

import app.fragments.ui.common.Messages;
import java.time.LocalDate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// One cell of the list. It shows a day or a fragment and follows the ticks; what a click means,
/// the gestures know.
final class RowCell extends ListCell<ListRow> {
  private static final PseudoClass DAY = PseudoClass.getPseudoClass("day");

  private final JournalViewModel journal;
  private final RowGestures gestures;
  private final Messages messages;
  private @Nullable FragmentRow fragment;
  private @Nullable DayRow day;
  private final InvalidationListener onChange = o -> showChecked();
  private final InvalidationListener onMidnight = o -> showDay();

  RowCell(JournalViewModel journal, RowGestures gestures, Messages messages) {
    this.journal = journal;
    this.gestures = gestures;
    this.messages = messages;
    getStyleClass().add("row-cell");
    // the list must not ask cells how wide they would like to be, they are cut to its width
    setPrefWidth(0);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    journal.checked().version().addListener(new WeakInvalidationListener(onChange));
    journal.snapshot().addListener(new WeakInvalidationListener(onChange));
    journal.today().addListener(new WeakInvalidationListener(onMidnight));
  }

  @Override
  protected void updateItem(@Nullable ListRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(DAY, row instanceof ListRow.Day);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    // no switch over types: the JVM makes up a class for each, and the first picture waits
    if (row instanceof ListRow.Day) {
      showDay();
      setGraphic(day());
    } else if (row instanceof ListRow.Fragment entry) {
      FragmentRow shown = fragment();
      shown.show(entry.header());
      setGraphic(shown);
    }
    showChecked();
  }

  private void showDay() {
    // reading makes it fire again
    LocalDate today = journal.today().get();
    if (getItem() instanceof ListRow.Day heading) {
      day().show(heading, today);
    }
  }

  private void showChecked() {
    // reading makes both fire again
    journal.checked().version().get();
    ListSnapshot snapshot = journal.snapshot().get();
    ListRow row = getItem();
    if (row instanceof ListRow.Day heading) {
      day().box().show(journal.checked().of(snapshot.fragmentsOf(heading.date())));
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    } else if (row instanceof ListRow.Fragment entry) {
      fragment().showChecked(journal.checked().has(entry));
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  /// The row in words, put together when somebody listens.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    if (attribute != AccessibleAttribute.TEXT) {
      return super.queryAccessibleAttribute(attribute, parameters);
    }
    return switch (getItem()) {
      case ListRow.Day heading -> day().spoken(heading);
      case ListRow.Fragment entry ->
          fragment().spoken(entry.header(), journal.checked().has(entry));
      case null -> null;
    };
  }

  /// Most cells only ever show the one or the other.
  private FragmentRow fragment() {
    FragmentRow made = fragment;
    if (made == null) {
      made = new FragmentRow(messages);
      made.box().addEventHandler(MouseEvent.MOUSE_PRESSED, this::boxPressed);
      fragment = made;
    }
    return made;
  }

  private DayRow day() {
    DayRow made = day;
    if (made == null) {
      made = new DayRow(messages);
      made.box().addEventHandler(MouseEvent.MOUSE_PRESSED, this::boxPressed);
      day = made;
    }
    return made;
  }

  private void pressed(MouseEvent event) {
    ListRow row = getItem();
    if (row != null && event.getButton() == MouseButton.PRIMARY && event.isShiftDown()) {
      gestures.extendTo(row);
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (getItem() instanceof ListRow.Fragment entry
        && event.getButton() == MouseButton.PRIMARY
        && !event.isShiftDown()
        && !isOnBox(event)) {
      gestures.open(entry);
    }
  }

  private boolean isOnBox(MouseEvent event) {
    RowCheckBox box = fragment().box();
    return box.contains(box.sceneToLocal(event.getSceneX(), event.getSceneY()));
  }

  private void boxPressed(MouseEvent event) {
    ListRow row = getItem();
    if (row != null && event.getButton() == MouseButton.PRIMARY) {
      gestures.toggle(row);
      event.consume();
    }
  }
}
