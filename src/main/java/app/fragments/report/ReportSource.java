package app.fragments.report;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;

/// A fragment at the time the report was woven. `[Fn]` cites the n-th source.
///
/// @param digest its [Entry#contentDigest()]; a different one now means it was edited since
public record ReportSource(EntryId entryId, long revision, String digest) {

  public static ReportSource of(Entry entry) {
    return new ReportSource(entry.id(), entry.revision(), entry.contentDigest());
  }
}
