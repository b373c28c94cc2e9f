package app.fragments.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One journal entry, a "fragment": a piece of Markdown with a day.
///
/// @param id its name
/// @param userId whose it is
/// @param date the writer's local day
/// @param timeZone where the writer was, for showing [#createdAt] as they saw the clock
/// @param createdAt when it was first written; orders the entries of a day
/// @param updatedAt when it last changed, by the store's clock
/// @param revision 0 for one that was never stored, then one more at each save; a save with an
///   outdated revision is refused
/// @param title one line, may be empty
/// @param text Markdown
/// @param tags without `#`, in the writer's order
/// @param mood one word, or null
/// @param starred whether the user marked it
/// @param source where it was imported from, or null for one written here
/// @param deletedAt when it went to the trash, or null
public record Entry(
    EntryId id,
    String userId,
    LocalDate date,
    ZoneId timeZone,
    Instant createdAt,
    Instant updatedAt,
    long revision,
    String title,
    String text,
    List<String> tags,
    @Nullable String mood,
    boolean starred,
    @Nullable EntrySource source,
    @Nullable Instant deletedAt) {

  /// Times are kept to the millisecond, as stores keep them: what comes back is what was written.
  public Entry {
    tags = List.copyOf(tags);
    createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    deletedAt = deletedAt == null ? null : deletedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /// A new entry, not stored yet.
  public static Entry write(
      String userId, LocalDate date, ZoneId zone, Instant now, String title, String text) {
    return new Entry(
        EntryId.create(),
        userId,
        date,
        zone,
        now,
        now,
        0,
        title,
        text,
        List.of(),
        null,
        false,
        null,
        null);
  }

  public boolean inTrash() {
    return deletedAt != null;
  }

  public Entry withId(EntryId newId) {
    return new Entry(
        newId, userId, date, timeZone, createdAt, updatedAt, revision, title, text, tags, mood,
        starred, source, deletedAt);
  }

  public Entry withText(String newTitle, String newText) {
    return new Entry(
        id, userId, date, timeZone, createdAt, updatedAt, revision, newTitle, newText, tags, mood,
        starred, source, deletedAt);
  }

  public Entry withDate(LocalDate newDate) {
    return new Entry(
        id, userId, newDate, timeZone, createdAt, updatedAt, revision, title, text, tags, mood,
        starred, source, deletedAt);
  }

  public Entry withTags(List<String> newTags) {
    return new Entry(
        id, userId, date, timeZone, createdAt, updatedAt, revision, title, text, newTags, mood,
        starred, source, deletedAt);
  }

  public Entry withStarred(boolean newStarred) {
    return new Entry(
        id,
        userId,
        date,
        timeZone,
        createdAt,
        updatedAt,
        revision,
        title,
        text,
        tags,
        mood,
        newStarred,
        source,
        deletedAt);
  }

  public Entry withSource(EntrySource newSource) {
    return new Entry(
        id, userId, date, timeZone, createdAt, updatedAt, revision, title, text, tags, mood,
        starred, newSource, deletedAt);
  }

  /// The same entry as stored: with the revision and time that the store gave it.
  public Entry withRevision(long newRevision, Instant newUpdatedAt) {
    return new Entry(
        id,
        userId,
        date,
        timeZone,
        createdAt,
        newUpdatedAt,
        newRevision,
        title,
        text,
        tags,
        mood,
        starred,
        source,
        deletedAt);
  }

  /// What a list shows of it.
  public EntryHeader header() {
    return new EntryHeader(
        id,
        date,
        timeZone,
        createdAt,
        updatedAt,
        revision,
        title,
        Excerpt.of(text),
        text.length(),
        tags,
        starred,
        source == null ? null : source.importer(),
        deletedAt);
  }

  /// SHA-256 over date, title, text and tags, as hex: two entries with the same digest say the
  /// same.
  public String contentDigest() {
    String content = String.join("\0", date.toString(), title, text, String.join("\0", tags));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
