package app.fragments.exchange;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as an importer read it, before it is compared with the journal.
///
/// @param sourceId identifies it at the next import
/// @param source its name in messages, such as a file's path
/// @param dateIsGuess whether the date is the file's, so touching the file doesn't count as a
///   change
/// @param leftOut the names of the source's fields that an entry doesn't have
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

  Entry create(String userId, String importer) {
    Entry entry = Entry.write(userId, date, zone, createdAt, title, text);
    return applyTo(entry.withId(id(userId, importer)), importer);
  }

  /// The existing entry with the content of the source.
  Entry update(Entry existing, String importer) {
    return applyTo(dateIsGuess ? existing : existing.withDate(date), importer);
  }

  /// Whether the source still has the digest of the last import.
  boolean isUnchanged(String lastDigest, Entry updated) {
    return updated.contentDigest().equals(lastDigest)
        || updated.withDate(date).contentDigest().equals(lastDigest);
  }

  private Entry applyTo(Entry entry, String importer) {
    Entry imported = entry.withText(title, text).withTags(tags).withStarred(starred);
    return imported.withSource(new EntrySource(importer, sourceId, imported.contentDigest()));
  }
}
