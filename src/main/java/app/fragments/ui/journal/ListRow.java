package app.fragments.ui.journal;

import app.fragments.journal.EntryHeader;
import java.time.LocalDate;

/// A row of the list.
public sealed interface ListRow {
  LocalDate date();

  /// @param count the number of its fragments shown, at least 1
  record Day(LocalDate date, int count) implements ListRow {}

  /// @param slot its number in [JournalIndex], which never changes while the window is open
  record Fragment(int slot, EntryHeader header) implements ListRow {
    @Override
    public LocalDate date() {
      return header.date();
    }
  }
}
