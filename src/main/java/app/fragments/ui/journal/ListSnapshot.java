package app.fragments.ui.journal;

import app.fragments.journal.EntryId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// An immutable state of the list, built in the background. Compared by identity: comparing all
/// rows at each change would block the FX thread.
///
/// @param rows days and their fragments, in the filter's order
/// @param days the row of each day's heading
/// @param outcome of the search that found the rows, or null
public record ListSnapshot(
    ListFilter filter,
    List<ListRow> rows,
    BitSet slots,
    int count,
    Map<LocalDate, Integer> days,
    Change change,
    JournalStats stats,
    @Nullable SearchOutcome outcome) {
  static final ListSnapshot EMPTY =
      new ListSnapshot(
          ListFilter.EVERYTHING,
          List.of(),
          new BitSet(),
          0,
          Map.of(),
          new Change(0, 0, 0),
          JournalStats.NONE,
          null);

  /// Rows `from` to `from + removed` were replaced by rows `from` to `from + added`.
  record Change(int from, int removed, int added) {
    static Change between(List<ListRow> before, List<ListRow> now) {
      int shorter = Math.min(before.size(), now.size());
      int head = 0;
      while (head < shorter && before.get(head).equals(now.get(head))) {
        head++;
      }
      int tail = 0;
      while (tail < shorter - head
          && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
        tail++;
      }
      return new Change(head, before.size() - head - tail, now.size() - head - tail);
    }

    boolean isNone() {
      return removed == 0 && added == 0;
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  List<ListRow> fragmentsOf(LocalDate day) {
    Integer heading = days.get(day);
    return heading != null && rows.get(heading) instanceof ListRow.Day row
        ? rows.subList(heading + 1, heading + 1 + row.count())
        : List.of();
  }

  /// The heading of this day or the nearest other one, or -1 without any.
  int nearestHeading(LocalDate day) {
    return days.entrySet().stream()
        .min(
            Comparator.comparingLong(
                heading -> Math.abs(ChronoUnit.DAYS.between(day, heading.getKey()))))
        .map(Map.Entry::getValue)
        .orElse(-1);
  }

  /// The row of a fragment, or -1.
  int indexOf(@Nullable EntryId id) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof ListRow.Fragment fragment && fragment.header().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /// The rows of the snapshot on the screen. Showing the next snapshot costs only as much as
  /// changed. On the FX thread.
  static final class VisibleRows extends ObservableListBase<ListRow> {
    private List<ListRow> rows = List.of();

    void show(ListSnapshot next) {
      List<ListRow> before = rows;
      rows = next.rows();
      Change change = next.change();
      if (change.isNone()) {
        return;
      }
      int from = change.from();
      beginChange();
      nextReplace(from, from + change.added(), before.subList(from, from + change.removed()));
      endChange();
    }

    @Override
    public ListRow get(int index) {
      return rows.get(index);
    }

    @Override
    public int size() {
      return rows.size();
    }
  }
}
