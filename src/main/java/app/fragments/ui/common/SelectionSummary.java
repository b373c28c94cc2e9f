package app.fragments.ui.common;

import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The selected entries.
///
/// @param entryIds oldest first, the order of the report
/// @param period the days they cover, or null if nothing is selected
/// @param tokens an estimate of their length in tokens
/// @param hidden how many of them the list doesn't show
public record SelectionSummary(
    List<EntryId> entryIds, @Nullable Period period, long tokens, int hidden) {
  public static final SelectionSummary NOTHING = new SelectionSummary(List.of(), null, 0, 0);

  public SelectionSummary {
    entryIds = List.copyOf(entryIds);
  }

  public int count() {
    return entryIds.size();
  }

  public int shown() {
    return count() - hidden;
  }

  /// Whether both have the same entries, in any order.
  public boolean isOfSame(SelectionSummary other) {
    return entryIds.equals(other.entryIds)
        || (count() == other.count() && Set.copyOf(entryIds).containsAll(other.entryIds));
  }

  public boolean isEmpty() {
    return entryIds.isEmpty();
  }
}
