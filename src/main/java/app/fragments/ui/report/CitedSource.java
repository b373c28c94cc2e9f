package app.fragments.ui.report;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.html.ReportContent.CitedFragment;
import app.fragments.ui.common.Messages;
import org.jspecify.annotations.Nullable;

/// A fragment behind a citation, as it is now.
///
/// @param number n of `Fn`
/// @param entry the entry as it is now, or null if it is gone or could not be read
public record CitedSource(int number, EntryId id, @Nullable Entry entry, Status status) {
  /// How the entry relates to what the report was woven from.
  public enum Status {
    SAME,
    /// It has other words now.
    EDITED,
    TRASHED,
    /// Deleted for good.
    GONE,
    /// The store could not be asked.
    UNKNOWN
  }

  /// @param now the entry as it is now, or null if it is gone
  static CitedSource of(int number, ReportSource source, @Nullable Entry now) {
    Status status =
        now == null
            ? Status.GONE
            : now.inTrash()
                ? Status.TRASHED
                : now.contentDigest().equals(source.digest()) ? Status.SAME : Status.EDITED;
    return new CitedSource(number, source.entryId(), now, status);
  }

  static CitedSource of(int number, Entry now) {
    return new CitedSource(number, now.id(), now, Status.SAME);
  }

  static CitedSource unknown(int number, ReportSource source) {
    return new CitedSource(number, source.entryId(), null, Status.UNKNOWN);
  }

  /// Whether the entry is in the trash, or gone for good.
  public boolean isMissing() {
    return status == Status.TRASHED || status == Status.GONE;
  }

  /// "F3 · Shipped the importer".
  String title(Messages messages) {
    return switch (status) {
      case GONE -> messages.get("report.source.gone", number);
      case UNKNOWN -> "F" + number;
      case SAME, EDITED, TRASHED -> "F" + number + " · " + cited().title();
    };
  }

  /// The day of the entry, or an empty text.
  String day() {
    return entry == null ? "" : DateFormats.dayWithYear(entry.date());
  }

  /// "edited since", "in the trash", or an empty text.
  String note(Messages messages) {
    return switch (status) {
      case EDITED -> messages.get("report.source.edited");
      case TRASHED -> messages.get("report.source.trashed");
      case SAME, GONE, UNKNOWN -> "";
    };
  }

  CitedFragment cited() {
    if (entry != null) {
      return CitedFragment.of(entry);
    }
    return status == Status.UNKNOWN
        ? new CitedFragment(id, "F" + number, null)
        : CitedFragment.gone(id);
  }
}
