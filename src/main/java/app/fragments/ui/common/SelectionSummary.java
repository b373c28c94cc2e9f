package app.fragments.ui.common;

import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is ticked.
///
/// @param entryIds in the order they are woven in: oldest day first, within a day oldest first
/// @param period the days they cover, or null where nothing is ticked
/// @param tokens roughly what they cost an AI to read
public record SelectionSummary(List<EntryId> entryIds, @Nullable Period period, long tokens) {
  public static final SelectionSummary NOTHING = new SelectionSummary(List.of(), null, 0);

  public SelectionSummary {
    entryIds = List.copyOf(entryIds);
  }

  public int count() {
    return entryIds.size();
  }

  /// Whether the same entries are ticked there, whatever has become of their words and days.
  public boolean isOfSame(SelectionSummary other) {
    return entryIds.equals(other.entryIds)
        || (count() == other.count() && Set.copyOf(entryIds).containsAll(other.entryIds));
  }

  public boolean isEmpty() {
    return entryIds.isEmpty();
  }
}
