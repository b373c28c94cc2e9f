package app.fragments.journal;

import java.time.Instant;
import java.time.LocalDate;

/// The place in the journal's order (day, then time of writing, then id, all newest first) after
/// which the next page starts.
public record PageKey(LocalDate date, Instant createdAt, EntryId id) {

  public static PageKey after(EntryHeader last) {
    return new PageKey(last.date(), last.createdAt(), last.id());
  }
}
