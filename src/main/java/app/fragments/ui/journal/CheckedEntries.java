package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.util.BitSet;
import java.util.List;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import org.jspecify.annotations.Nullable;

/// Which fragments are checked. They stay checked whatever the list shows. Those in the trash are
/// apart: they are checked to be restored or deleted, not to be woven. Shift extends from the
/// anchor, the row toggled last. On the FX thread.
public final class CheckedEntries {
  enum Extent {
    NONE,
    SOME,
    ALL;

    static Extent of(int checked, int all) {
      return checked == 0 ? NONE : checked < all ? SOME : ALL;
    }
  }

  /// Increases with each change.
  final LongProperty version = new SimpleLongProperty();

  private final BitSet slots = new BitSet();
  private final BitSet trashed = new BitSet();
  private @Nullable ListRow anchor;
  private boolean anchorChecked = true;

  boolean contains(ListRow.Fragment row) {
    return slots(row.header().inTrash()).get(row.slot());
  }

  private BitSet slots(boolean inTrash) {
    return inTrash ? trashed : slots;
  }

  private BitSet slots(ListSnapshot shown) {
    return slots(shown.filter().scope() == ListScope.TRASH);
  }

  public void clear() {
    slots.clear();
    changed();
  }

  void clearTrashed() {
    trashed.clear();
    changed();
  }

  void set(List<? extends ListRow> rows, boolean checked) {
    for (ListRow row : rows) {
      if (row instanceof ListRow.Fragment fragment) {
        slots(fragment.header().inTrash()).set(fragment.slot(), checked);
      }
    }
    changed();
  }

  void setShown(ListSnapshot shown, boolean checked) {
    if (checked) {
      slots(shown).or(shown.slots());
    } else {
      slots(shown).andNot(shown.slots());
    }
    changed();
  }

  /// Unchecks everything that the list doesn't show.
  void keepShown(ListSnapshot shown) {
    slots.and(shown.slots());
    changed();
  }

  /// Checks exactly these slots.
  void replace(BitSet checked) {
    slots.clear();
    slots.or(checked);
    changed();
  }

  /// Toggles a fragment or a whole day; a day that is partly checked becomes checked.
  void toggle(ListRow row, ListSnapshot shown) {
    anchor = row;
    List<ListRow> rows = row instanceof ListRow.Day ? shown.fragmentsOf(row.date()) : List.of(row);
    anchorChecked = extent(rows) != Extent.ALL;
    set(rows, anchorChecked);
  }

  /// Makes a row the anchor by toggling it, unless the list shows an anchor.
  void startRange(ListRow row, ListSnapshot shown) {
    if (anchor == null || !shown.rows().contains(anchor)) {
      toggle(row, shown);
    }
  }

  /// Gives all rows from the anchor to this one the anchor's state.
  ///
  /// @param open the open fragment, where the range starts if nothing was toggled yet; or null
  void extendTo(ListRow row, @Nullable EntryId open, ListSnapshot shown) {
    List<ListRow> rows = shown.rows();
    int start = anchor == null ? shown.indexOf(open) : rows.indexOf(anchor);
    int end = rows.indexOf(row);
    if (end < 0) {
      return;
    }
    if (start < 0) {
      toggle(row, shown);
    } else {
      anchor = rows.get(start);
      set(rows.subList(Math.min(start, end), Math.max(start, end) + 1), anchorChecked);
    }
  }

  int countShown(ListSnapshot shown) {
    BitSet both = (BitSet) shown.slots().clone();
    both.and(slots(shown));
    return both.cardinality();
  }

  Extent extent(List<ListRow> rows) {
    int fragments = 0;
    int checked = 0;
    for (ListRow row : rows) {
      if (row instanceof ListRow.Fragment fragment) {
        fragments++;
        checked += contains(fragment) ? 1 : 0;
      }
    }
    return Extent.of(checked, fragments);
  }

  /// Those outside the trash.
  BitSet copy() {
    return (BitSet) slots.clone();
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
