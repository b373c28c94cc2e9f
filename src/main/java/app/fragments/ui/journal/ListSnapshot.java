package app.fragments.ui.journal;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// One state of the list, made off the FX thread and never changed. It equals no other: to compare
/// all rows of two would keep the FX thread busy at each change.
///
/// @param filter what was asked for
/// @param rows days and their fragments, newest first
/// @param shown the slots of the fragments among them
/// @param count how many fragments those are
/// @param days where the heading of each day stands in the rows
/// @param change what differs from the listing before
/// @param stats counted over the whole journal
public record ListSnapshot(
    ListFilter filter,
    List<ListRow> rows,
    BitSet shown,
    int count,
    Map<LocalDate, Integer> days,
    Change change,
    JournalStats stats) {
  static final ListSnapshot EMPTY =
      new ListSnapshot(
          ListFilter.EVERYTHING,
          List.of(),
          new BitSet(),
          0,
          Map.of(),
          new Change(0, 0, 0),
          JournalStats.NONE);

  /// Rows `from` to `from + removed` of the listing before became rows `from` to `from + added`.
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

  /// The fragments of a day that are shown.
  public List<ListRow> fragmentsOf(LocalDate day) {
    Integer heading = days.get(day);
    if (heading == null || !(rows.get(heading) instanceof ListRow.Day row)) {
      return List.of();
    }
    return rows.subList(heading + 1, heading + 1 + row.count());
  }
}
