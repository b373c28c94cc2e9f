package app.fragments.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A saved state of an entry.
///
/// @param savedAt by the store's clock
public record EntryVersion(
    EntryId entryId,
    Instant savedAt,
    LocalDate date,
    String title,
    String text,
    List<String> tags) {
  public EntryVersion {
    tags = List.copyOf(tags);
    savedAt = savedAt.truncatedTo(ChronoUnit.MILLIS); // the precision of the stores
  }

  public static EntryVersion of(Entry stored) {
    return new EntryVersion(
        stored.id(),
        stored.updatedAt(),
        stored.date(),
        stored.title(),
        stored.text(),
        stored.tags());
  }
}
