package app.fragments.report;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;

/// A fragment as it was when the report was woven: the n-th source is what `[Fn]` cites.
///
/// @param entryId which entry
/// @param revision its revision then
/// @param digest its [Entry#contentDigest()] then; another one now means it was edited since
public record ReportSource(EntryId entryId, long revision, String digest) {

  public static ReportSource of(Entry entry) {
    return new ReportSource(entry.id(), entry.revision(), entry.contentDigest());
  }
}
