package app.fragments.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of an [Entry] that a list shows: small enough to hold 100,000 in memory.
///
/// @param title if empty, a list shows the excerpt instead
/// @param length of the full text in characters
/// @param tags including those in the text
/// @param importer the importer that created it, or null
public record EntryHeader(
    EntryId id,
    LocalDate date,
    ZoneId timeZone,
    Instant createdAt,
    Instant updatedAt,
    long revision,
    String title,
    String excerpt,
    int length,
    List<String> tags,
    boolean starred,
    @Nullable String importer,
    @Nullable Instant deletedAt) {
  public EntryHeader {
    tags = List.copyOf(tags);
  }

  public boolean inTrash() {
    return deletedAt != null;
  }

  /// "16:20" in the writer's zone, or empty if it was imported with only a day: importers then use
  /// noon.
  public String time() {
    return time(createdAt, timeZone, importer);
  }

  static String time(Instant createdAt, ZoneId zone, @Nullable String importer) {
    boolean isKnown =
        importer == null || !createdAt.atZone(zone).toLocalTime().equals(LocalTime.NOON);
    return isKnown ? DateFormats.time(createdAt, zone) : "";
  }
}
