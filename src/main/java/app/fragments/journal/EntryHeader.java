package app.fragments.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list needs to know of an entry: small enough to keep 100,000 of them in memory.
///
/// @param id the entry's name
/// @param date the writer's local day
/// @param timeZone for showing [#createdAt]
/// @param createdAt orders the entries of a day
/// @param updatedAt when it last changed, by the store's clock
/// @param revision see [Entry#revision()]
/// @param title may be empty; a list then shows the excerpt in its place
/// @param excerpt the text's first words without Markdown, see [Excerpt]
/// @param length of the whole text in characters
/// @param tags without `#`
/// @param starred whether the user marked it
/// @param importer which importer brought it, or null
/// @param deletedAt when it went to the trash, or null
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
}
