package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.CommonFields.USER_ID;
import static app.fragments.store.mongo.DriverErrors.readAll;
import static app.fragments.store.mongo.DriverErrors.translating;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHistory;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryVersion;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The saved states of entries in the collection `entry_versions`. Its ids are an entry's id and a
/// minute, so that a minute has one state, whoever writes it.
final class MongoEntryHistory implements EntryHistory {
  static final String COLLECTION = "entry_versions";
  static final String ENTRY_ID = "entry_id";
  static final String SAVED_AT = "saved_at";

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> versions;

  MongoEntryHistory(MongoCollection<Document> versions) {
    this.versions = versions;
  }

  @Override
  public void record(Entry before, Entry saved) {
    boolean isChanged =
        before.revision() == 0 || !before.contentDigest().equals(saved.contentDigest());
    if (!isChanged) {
      return;
    }
    List<WriteModel<Document>> writes = new ArrayList<>();
    if (before.revision() > 0 && !id(before).equals(id(saved))) {
      writes.add(
          new UpdateOneModel<>(
              eq(ID, id(before)), new Document("$setOnInsert", state(before)), UPSERT));
    }
    writes.add(new UpdateOneModel<>(eq(ID, id(saved)), new Document("$set", state(saved)), UPSERT));
    int added = translating(() -> versions.bulkWrite(writes, UNORDERED)).getUpserts().size();
    if (added > 0) {
      removeOldest(saved);
    }
  }

  private void removeOldest(Entry entry) {
    List<Object> old = new ArrayList<>();
    readAll(
            versions
                .find(ofEntry(entry.userId(), entry.id()))
                .projection(include(ID))
                .sort(descending(SAVED_AT))
                .skip(MOST))
        .forEach(document -> old.add(document.get(ID)));
    if (!old.isEmpty()) {
      translating(() -> versions.deleteMany(in(ID, old)));
    }
  }

  @Override
  public List<EntryVersion> versions(String userId, EntryId id) {
    return readAll(versions.find(ofEntry(userId, id)).sort(descending(SAVED_AT)).limit(MOST))
        .stream()
        .map(MongoEntryHistory::version)
        .toList();
  }

  /// Removes all states of some entries.
  void remove(String userId, List<String> entryIds) {
    Bson filter = and(eq(USER_ID, userId), in(ENTRY_ID, entryIds));
    translating(() -> versions.deleteMany(filter));
  }

  private static Bson ofEntry(String userId, EntryId id) {
    return and(eq(USER_ID, userId), eq(ENTRY_ID, id.value()));
  }

  private static String id(Entry entry) {
    return entry.id() + "/" + entry.updatedAt().truncatedTo(ChronoUnit.MINUTES);
  }

  private static Document state(Entry entry) {
    return new Document(CommonFields.SCHEMA, CommonFields.SCHEMA_VERSION)
        .append(USER_ID, entry.userId())
        .append(ENTRY_ID, entry.id().value())
        .append(SAVED_AT, entry.updatedAt())
        .append(EntryDocumentMapper.DATE, entry.date().toString())
        .append(EntryDocumentMapper.TITLE, entry.title())
        .append(EntryDocumentMapper.TEXT, entry.text())
        .append(EntryDocumentMapper.TAGS, entry.tags());
  }

  private static EntryVersion version(Document document) {
    return DocumentReader.read(
        "entry version",
        document,
        reader ->
            new EntryVersion(
                new EntryId(reader.string(ENTRY_ID)),
                reader.instant(SAVED_AT, Instant.EPOCH),
                reader.day(EntryDocumentMapper.DATE),
                reader.string(EntryDocumentMapper.TITLE, ""),
                reader.string(EntryDocumentMapper.TEXT, ""),
                reader.strings(EntryDocumentMapper.TAGS)));
  }
}
