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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A journal entry, or "fragment": a piece of Markdown with a date.
///
/// @param date in the writer's zone
/// @param createdAt orders the entries of a day
/// @param updatedAt by the store's clock
/// @param revision 0 if never stored, then one more per save; the store refuses an outdated one
/// @param title one line, may be empty
/// @param tags without `#`, in the writer's order; see [#allTags]
/// @param mood one word, or null
/// @param source null if it was written here
/// @param deletedAt when it was moved to the trash, or null
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
  /// Truncates times to milliseconds, the precision of the stores.
  public Entry {
    tags = List.copyOf(tags);
    createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    deletedAt = deletedAt == null ? null : deletedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Entry write(
      String userId, LocalDate date, ZoneId zone, Instant now, String title, String text) {
    EntryId id = EntryId.create();
    List<String> tags = List.of();
    return new Entry(
        id, userId, date, zone, now, now, 0, title, text, tags, null, false, null, null);
  }

  public boolean inTrash() {
    return deletedAt != null;
  }

  /// The time of day that it was written, or empty if its import had only a day.
  public String time() {
    return EntryHeader.time(createdAt, timeZone, source == null ? null : source.importer());
  }

  public Entry withId(EntryId value) {
    return new Entry(
        value, userId, date, timeZone, createdAt, updatedAt, revision, title, text, tags, mood,
        starred, source, deletedAt);
  }

  public Entry withText(String newTitle, String newText) {
    return new Entry(
        id, userId, date, timeZone, createdAt, updatedAt, revision, newTitle, newText, tags, mood,
        starred, source, deletedAt);
  }

  public Entry withDate(LocalDate value) {
    return new Entry(
        id, userId, value, timeZone, createdAt, updatedAt, revision, title, text, tags, mood,
        starred, source, deletedAt);
  }

  /// @param written the date and a time of day, in the writer's zone
  public Entry withMoment(LocalDate value, Instant written) {
    return new Entry(
        id, userId, value, timeZone, written, updatedAt, revision, title, text, tags, mood, starred,
        source, deletedAt);
  }

  public Entry withTags(List<String> value) {
    return new Entry(
        id, userId, date, timeZone, createdAt, updatedAt, revision, title, text, value, mood,
        starred, source, deletedAt);
  }

  /// The tags, and then those written as `#tag` in the text.
  public List<String> allTags() {
    List<String> inText = InlineTags.of(text);
    return inText.isEmpty()
        ? tags
        : Tags.distinct(Stream.concat(tags.stream(), inText.stream()).toList());
  }

  public Entry withStarred(boolean value) {
    return new Entry(
        id, userId, date, timeZone, createdAt, updatedAt, revision, title, text, tags, mood, value,
        source, deletedAt);
  }

  public Entry withSource(EntrySource value) {
    return new Entry(
        id, userId, date, timeZone, createdAt, updatedAt, revision, title, text, tags, mood,
        starred, value, deletedAt);
  }

  /// The entry as stored, with the revision and time that the store assigned.
  public Entry withRevision(long value, Instant now) {
    return new Entry(
        id, userId, date, timeZone, createdAt, now, value, title, text, tags, mood, starred, source,
        deletedAt);
  }

  public EntryHeader header() {
    String excerpt = Excerpt.of(text);
    int length = text.length();
    @Nullable String importer = source == null ? null : source.importer();
    return new EntryHeader(
        id, date, timeZone, createdAt, updatedAt, revision, title, excerpt, length, allTags(),
        starred, importer, deletedAt);
  }

  /// SHA-256 of date, title, text and tags, as hex.
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
