package app.fragments.ui.report;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.report.ReportSource;
import app.fragments.report.html.CitedFragment;
import org.jspecify.annotations.Nullable;

/// A fragment behind a citation, as it is now.
///
/// @param number n of `Fn`
/// @param id which entry
/// @param entry the entry as it is now, or null where it is gone
/// @param editedSince whether it says something else now than when the report was woven
public record CitedSource(int number, EntryId id, @Nullable Entry entry, boolean editedSince) {

  static CitedSource of(int number, ReportSource source, @Nullable Entry now) {
    boolean edited = now != null && !now.contentDigest().equals(source.digest());
    return new CitedSource(number, source.entryId(), now, edited);
  }

  static CitedSource of(int number, Entry now) {
    return new CitedSource(number, now.id(), now, false);
  }

  /// Whether the entry is in the trash, or gone for good.
  public boolean isMissing() {
    return entry == null || entry.inTrash();
  }

  CitedFragment cited() {
    return entry == null ? CitedFragment.gone(id) : CitedFragment.of(entry);
  }
}
