package app.fragments.exchange;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as an importer read it, not compared with the journal yet.
///
/// @param sourceId what the importer knows it by, the same at each import
/// @param source what to call it in words for the user, such as a file's path
/// @param date the writer's day
/// @param zone where the writer was
/// @param createdAt when it was written, as far as is known
/// @param dateIsGuess whether nothing but the file's time gave the date, so that the file's time
///   may change without the entry being another
/// @param title may be empty
/// @param text Markdown
/// @param tags without `#`
/// @param starred whether it was marked
/// @param leftOut the names of what else its source says, and no entry has room for
/// @param warning what the user should know of it, or null
record ImportedEntry(
    String sourceId,
    String source,
    LocalDate date,
    ZoneId zone,
    Instant createdAt,
    boolean dateIsGuess,
    String title,
    String text,
    List<String> tags,
    boolean starred,
    List<String> leftOut,
    @Nullable String warning) {

  ImportedEntry {
    tags = List.copyOf(tags);
    leftOut = List.copyOf(leftOut);
  }

  EntryId id(String userId, String importer) {
    return EntryId.ofSource(userId, importer, sourceId);
  }

  /// The entry to store for the first time.
  Entry create(String userId, String importer) {
    return onto(
        Entry.write(userId, date, zone, createdAt, title, text).withId(id(userId, importer)),
        importer);
  }

  /// The entry that is there already, now as it was read.
  Entry update(Entry existing, String importer) {
    return onto(dateIsGuess ? existing : existing.withDate(date), importer);
  }

  /// Whether the source still says what had this digest at the last import.
  ///
  /// @param next what [#update] gave
  boolean says(String lastDigest, Entry next) {
    return next.contentDigest().equals(lastDigest)
        || next.withDate(date).contentDigest().equals(lastDigest);
  }

  private Entry onto(Entry entry, String importer) {
    Entry read = entry.withText(title, text).withTags(tags).withStarred(starred);
    return read.withSource(new EntrySource(importer, sourceId, read.contentDigest()));
  }
}
