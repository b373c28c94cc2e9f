package app.fragments.journal;

import java.time.Instant;
import java.time.LocalDate;

/// The position after which the next page starts, in the journal's order: date, time of writing,
/// id, all newest first.
public record PageKey(LocalDate date, Instant createdAt, EntryId id) {

  public static PageKey after(EntryHeader last) {
    return new PageKey(last.date(), last.createdAt(), last.id());
  }
}
