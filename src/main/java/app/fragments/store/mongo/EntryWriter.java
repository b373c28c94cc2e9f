package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.CommonFields.UPDATED_AT;
import static app.fragments.store.mongo.CommonFields.USER_ID;
import static app.fragments.store.mongo.EntryDocumentMapper.REVISION;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import app.fragments.journal.Entry;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/// Writes up to a few hundred entries at once, each only if its stored revision has not changed.
final class EntryWriter {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> entries;

  EntryWriter(MongoCollection<Document> entries) {
    this.entries = entries;
  }

  /// @return the entries that are stored now, with their new revision and time, in the given order;
  ///   includes those that an earlier call stored whose reply was lost
  List<Entry> write(List<Entry> chunk) {
    if (chunk.isEmpty()) {
      return List.of();
    }
    boolean allWritten = DriverErrors.translating(() -> send(chunk)) == chunk.size();
    Map<String, Document> stored = read(chunk, allWritten);
    List<Entry> written = new ArrayList<>(chunk.size());
    for (Entry entry : chunk) {
      Document document = stored.get(entry.id().value());
      if (document != null && (allWritten || isAsWritten(entry, document))) {
        written.add(
            entry.withRevision(entry.revision() + 1, document.getDate(UPDATED_AT).toInstant()));
      }
    }
    return written;
  }

  private int send(List<Entry> chunk) {
    List<WriteModel<Document>> writes = chunk.stream().map(EntryWriter::write).toList();
    BulkWriteResult result;
    try {
      result = entries.bulkWrite(writes, UNORDERED);
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream()
              .anyMatch(error -> error.getCode() != DriverErrors.DUPLICATE_KEY)) {
        throw e;
      }
      result = e.getWriteResult();
    }
    return result.getMatchedCount() + result.getUpserts().size();
  }

  private static WriteModel<Document> write(Entry entry) {
    Document stored = new Document(ID, entry.id().value()).append(USER_ID, entry.userId());
    return entry.revision() == 0
        ? new UpdateOneModel<>(
            stored.append(REVISION, new Document("$exists", false)), update(entry), UPSERT)
        : new UpdateOneModel<>(stored.append(REVISION, entry.revision()), update(entry));
  }

  private static Document update(Entry entry) {
    Document set = new Document();
    Document unset = new Document();
    EntryDocumentMapper.content(entry)
        .forEach(
            (field, value) -> {
              if (value == null) {
                unset.append(field, true);
              } else {
                set.append(field, value);
              }
            });
    Document update =
        new Document("$set", set)
            .append("$inc", new Document(REVISION, 1L))
            .append("$currentDate", new Document(UPDATED_AT, true));
    return unset.isEmpty() ? update : update.append("$unset", unset);
  }

  private Map<String, Document> read(List<Entry> chunk, boolean timesOnly) {
    List<String> ids = chunk.stream().map(entry -> entry.id().value()).toList();
    FindIterable<Document> found = entries.find(in(ID, ids));
    Map<String, Document> stored = HashMap.newHashMap(ids.size());
    DriverErrors.readAll(timesOnly ? found.projection(include(UPDATED_AT)) : found)
        .forEach(document -> stored.put(document.getString(ID), document));
    return stored;
  }

  private static boolean isAsWritten(Entry entry, Document document) {
    Entry stored = EntryDocumentMapper.entry(document);
    return stored.userId().equals(entry.userId())
        && stored.revision() == entry.revision() + 1
        && EntryDocumentMapper.content(stored).equals(EntryDocumentMapper.content(entry));
  }
}
