package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What clicks and keys on rows do: they open fragments and change the ticks. The row that was
/// ticked last is where a stretch begins that Shift extends.
final class RowGestures {
  private final JournalViewModel journal;
  private final Consumer<EntryId> onOpen;
  private @Nullable ListRow anchor;
  private boolean anchorChecked = true;

  /// @param onOpen hears of each fragment that is to be opened, also of the one that is open
  RowGestures(JournalViewModel journal, Consumer<EntryId> onOpen) {
    this.journal = journal;
    this.onOpen = onOpen;
  }

  void open(ListRow.Fragment row) {
    onOpen.accept(row.header().id());
  }

  /// Ticks a fragment, or the fragments of a day; takes the ticks off where all have one.
  void toggle(ListRow row) {
    anchor = row;
    switch (row) {
      case ListRow.Fragment fragment -> {
        anchorChecked = !journal.checked().has(fragment);
        journal.checked().set(fragment, anchorChecked);
      }
      case ListRow.Day day -> {
        List<ListRow> fragments = journal.snapshot().get().fragmentsOf(day.date());
        anchorChecked = journal.checked().of(fragments) != CheckedEntries.Extent.ALL;
        journal.checked().set(fragments, anchorChecked);
      }
    }
  }

  /// Begins a stretch at a row, ticking it, unless one has begun.
  void begin(ListRow row) {
    if (anchor == null || !journal.snapshot().get().rows().contains(anchor)) {
      toggle(row);
    }
  }

  /// Gives every row from the anchor to this one the anchor's state. Where nothing was ticked yet,
  /// the stretch begins at the open fragment.
  void extendTo(ListRow row) {
    List<ListRow> rows = journal.snapshot().get().rows();
    int end = rows.indexOf(row);
    int start = anchor == null ? indexOfCurrent(rows) : rows.indexOf(anchor);
    if (end < 0) {
      return;
    }
    if (start < 0) {
      toggle(row);
      return;
    }
    if (anchor == null) {
      anchor = rows.get(start);
    }
    journal
        .checked()
        .set(rows.subList(Math.min(start, end), Math.max(start, end) + 1), anchorChecked);
  }

  /// Ticks all that is shown, or none of it where all are ticked already.
  void toggleAll() {
    ListSnapshot shown = journal.snapshot().get();
    journal
        .checked()
        .setShown(shown, journal.checked().ofShown(shown) != CheckedEntries.Extent.ALL);
  }

  private int indexOfCurrent(List<ListRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof ListRow.Fragment fragment
          && fragment.header().id().equals(journal.current().get())) {
        return i;
      }
    }
    return -1;
  }
}
