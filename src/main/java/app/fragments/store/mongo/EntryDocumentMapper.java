package app.fragments.store.mongo;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import app.fragments.journal.Excerpt;
import app.fragments.journal.InlineTags;
import app.fragments.journal.Tags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Maps entries to documents of the collection `entries`, and back.
final class EntryDocumentMapper {
  static final String COLLECTION = "entries";

  static final String DATE = "date";
  static final String TIME_ZONE = "time_zone";
  static final String REVISION = "revision";
  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String TAGS = "tags";

  /// The tags written in the text.
  static final String TEXT_TAGS = "text_tags";

  /// The keys of all tags and of those above them, for filters.
  static final String TAG_KEYS = "tag_keys";

  static final String EXCERPT = "excerpt";
  static final String LENGTH = "length";
  static final String STARRED = "starred";
  private static final String SOURCE = "source";
  private static final String IMPORTER = "importer";

  static final List<String> HEADER_FIELDS =
      List.of(
          DATE,
          TIME_ZONE,
          CommonFields.CREATED_AT,
          CommonFields.UPDATED_AT,
          REVISION,
          TITLE,
          EXCERPT,
          LENGTH,
          TAGS,
          TEXT_TAGS,
          STARRED,
          SOURCE + "." + IMPORTER,
          CommonFields.DELETED_AT);

  private EntryDocumentMapper() {}

  /// The fields that the writer sets; null removes a field.
  static Map<String, @Nullable Object> content(Entry entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(CommonFields.SCHEMA, CommonFields.SCHEMA_VERSION);
    fields.put(DATE, entry.date().toString());
    fields.put(TIME_ZONE, entry.timeZone().getId());
    fields.put(CommonFields.CREATED_AT, entry.createdAt());
    fields.put(TITLE, entry.title());
    fields.put(EXCERPT, Excerpt.of(entry.text()));
    fields.put(LENGTH, entry.text().length());
    fields.put(TAGS, entry.tags());
    fields.put(TEXT_TAGS, InlineTags.of(entry.text()));
    fields.put(TAG_KEYS, List.copyOf(Tags.withParents(entry.allTags()).keySet()));
    fields.put("mood", entry.mood());
    fields.put(STARRED, entry.starred());
    fields.put(SOURCE, source(entry.source()));
    fields.put(CommonFields.DELETED_AT, entry.deletedAt());
    fields.put(TEXT, entry.text());
    return fields;
  }

  private static @Nullable Document source(@Nullable EntrySource source) {
    return source == null
        ? null
        : new Document(IMPORTER, source.importer())
            .append("id", source.id())
            .append("digest", source.digest());
  }

  private static EntrySource source(DocumentReader part) {
    return new EntrySource(part.string(IMPORTER), part.string("id"), part.string("digest", ""));
  }

  static Entry entry(Document document) {
    return DocumentReader.read(
        "entry",
        document,
        reader ->
            new Entry(
                new EntryId(reader.string(CommonFields.ID)),
                reader.string(CommonFields.USER_ID),
                reader.day(DATE),
                zone(reader),
                createdAt(reader),
                updatedAt(reader),
                reader.number(REVISION),
                reader.string(TITLE, ""),
                reader.string(TEXT, ""),
                reader.strings(TAGS),
                reader.optionalString("mood"),
                reader.flag(STARRED),
                reader.part(SOURCE, EntryDocumentMapper::source),
                reader.optionalInstant(CommonFields.DELETED_AT)));
  }

  static EntryHeader header(Document document) {
    return DocumentReader.read(
        "entry",
        document,
        reader ->
            new EntryHeader(
                new EntryId(reader.string(CommonFields.ID)),
                reader.day(DATE),
                zone(reader),
                createdAt(reader),
                updatedAt(reader),
                reader.number(REVISION),
                reader.string(TITLE, ""),
                reader.string(EXCERPT, ""),
                reader.integer(LENGTH),
                allTags(reader),
                reader.flag(STARRED),
                reader.part(SOURCE, part -> part.string(IMPORTER)),
                reader.optionalInstant(CommonFields.DELETED_AT)));
  }

  private static List<String> allTags(DocumentReader reader) {
    List<String> tags = reader.strings(TAGS);
    List<String> inText = reader.strings(TEXT_TAGS);
    return inText.isEmpty()
        ? tags
        : Tags.distinct(Stream.concat(tags.stream(), inText.stream()).toList());
  }

  private static Instant createdAt(DocumentReader reader) {
    return reader.instant(
        CommonFields.CREATED_AT, reader.day(DATE).atStartOfDay(zone(reader)).toInstant());
  }

  private static Instant updatedAt(DocumentReader reader) {
    return Objects.requireNonNullElseGet(
        reader.optionalInstant(CommonFields.UPDATED_AT), () -> createdAt(reader));
  }

  /// UTC if this Java does not know the zone: the time of day is wrong, but the entry readable.
  private static ZoneId zone(DocumentReader reader) {
    try {
      return ZoneId.of(reader.string(TIME_ZONE, "UTC"));
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
