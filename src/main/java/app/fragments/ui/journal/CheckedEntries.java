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

    static Extent of(int ticked, int all) {
      if (ticked == 0) {
        return NONE;
      }
      return ticked < all ? SOME : ALL;
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

  public void set(ListRow.Fragment row, boolean ticked) {
    slots.set(row.slot(), ticked);
    changed();
  }

  /// Ticks or unticks the fragments among these rows.
  public void set(List<ListRow> rows, boolean ticked) {
    for (ListRow row : rows) {
      if (row instanceof ListRow.Fragment fragment) {
        slots.set(fragment.slot(), ticked);
      }
    }
    changed();
  }

  /// Ticks or unticks all that a listing shows.
  public void setShown(ListSnapshot listing, boolean ticked) {
    if (ticked) {
      slots.or(listing.shown());
    } else {
      slots.andNot(listing.shown());
    }
    changed();
  }

  public void clear() {
    slots.clear();
    changed();
  }

  /// How many of what a listing shows are ticked.
  public int countShown(ListSnapshot listing) {
    BitSet both = copy();
    both.and(listing.shown());
    return both.cardinality();
  }

  public Extent ofShown(ListSnapshot listing) {
    return Extent.of(countShown(listing), listing.count());
  }

  public Extent of(List<ListRow> rows) {
    int fragments = 0;
    int ticked = 0;
    for (ListRow row : rows) {
      if (row instanceof ListRow.Fragment fragment) {
        fragments++;
        ticked += has(fragment) ? 1 : 0;
      }
    }
    return Extent.of(ticked, fragments);
  }

  /// The ticked slots of now.
  BitSet copy() {
    return (BitSet) slots.clone();
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
