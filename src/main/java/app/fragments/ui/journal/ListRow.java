package app.fragments.ui.journal;

import app.fragments.journal.EntryHeader;
import java.time.LocalDate;

/// One row of the list.
public sealed interface ListRow {
  /// The day that the row stands for or under.
  LocalDate date();

  /// The heading of a day.
  ///
  /// @param count how many fragments of it are shown, at least 1
  record Day(LocalDate date, int count) implements ListRow {}

  /// One fragment.
  ///
  /// @param slot its place in [JournalIndex], the same as long as the window is open
  record Fragment(int slot, EntryHeader header) implements ListRow {
    @Override
    public LocalDate date() {
      return header.date();
    }
  }
}
