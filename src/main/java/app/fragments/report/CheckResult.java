package app.fragments.report;

import app.fragments.journal.EntryId;
import java.util.List;

/// The result of the local checks of a report.
///
/// @param flagged what the fragments don't support, in the report's order
/// @param unusedEntryIds the selected entries that nothing cites, in the selection's order
public record CheckResult(List<Flag> flagged, List<EntryId> unusedEntryIds) {
  public static final CheckResult NONE = new CheckResult(List.of(), List.of());

  public CheckResult {
    flagged = List.copyOf(flagged);
    unusedEntryIds = List.copyOf(unusedEntryIds);
  }
}
