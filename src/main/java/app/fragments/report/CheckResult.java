package app.fragments.report;

import app.fragments.journal.EntryId;
import java.util.List;

/// What the local checks say of a report.
///
/// @param flagged what the fragments do not bear out, in the report's order
/// @param unusedEntryIds the selected entries that no sentence cites, in the selection's order
public record CheckResult(List<Flag> flagged, List<EntryId> unusedEntryIds) {
  public static final CheckResult NONE = new CheckResult(List.of(), List.of());

  public CheckResult {
    flagged = List.copyOf(flagged);
    unusedEntryIds = List.copyOf(unusedEntryIds);
  }
}
