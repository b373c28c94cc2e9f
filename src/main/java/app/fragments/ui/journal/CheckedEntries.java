package app.fragments.ui.journal;

import java.util.BitSet;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// Which fragments are ticked. They stay ticked whatever the list shows. On the FX thread.
public final class CheckedEntries {
  /// Whether all, some or none of a group are ticked.
  public enum Extent {
    NONE,
    SOME,
    ALL;

    static Extent of(int checked, int all) {
      if (checked == 0) {
        return NONE;
      }
      return checked < all ? SOME : ALL;
    }
  }

  private final BitSet slots = new BitSet();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

  /// Grows at each change; boxes listen to it.
  public ReadOnlyLongProperty version() {
    return version.getReadOnlyProperty();
  }

  public boolean has(ListRow.Fragment row) {
    return slots.get(row.slot());
  }

  public void set(ListRow.Fragment row, boolean checked) {
    slots.set(row.slot(), checked);
    changed();
  }

  /// Ticks or unticks the fragments among these rows.
  public void set(List<ListRow> rows, boolean checked) {
    for (ListRow row : rows) {
      if (row instanceof ListRow.Fragment fragment) {
        slots.set(fragment.slot(), checked);
      }
    }
    changed();
  }

  /// Ticks or unticks all that a listing shows.
  public void setShown(ListSnapshot snapshot, boolean checked) {
    if (checked) {
      slots.or(snapshot.shown());
    } else {
      slots.andNot(snapshot.shown());
    }
    changed();
  }

  public void clear() {
    slots.clear();
    changed();
  }

  /// How many of what a listing shows are ticked.
  public int countShown(ListSnapshot snapshot) {
    BitSet both = copy();
    both.and(snapshot.shown());
    return both.cardinality();
  }

  public Extent ofShown(ListSnapshot snapshot) {
    return Extent.of(countShown(snapshot), snapshot.count());
  }

  public Extent of(List<ListRow> rows) {
    int fragments = 0;
    int checked = 0;
    for (ListRow row : rows) {
      if (row instanceof ListRow.Fragment fragment) {
        fragments++;
        checked += has(fragment) ? 1 : 0;
      }
    }
    return Extent.of(checked, fragments);
  }

  /// The ticked slots of now.
  BitSet copy() {
    return (BitSet) slots.clone();
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
