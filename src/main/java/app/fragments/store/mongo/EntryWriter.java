package app.fragments.store.mongo;

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
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/// Writes a few hundred entries in one go, each where its revision is still the stored one.
final class EntryWriter {
  private static final UpdateOptions INSERT_TOO = new UpdateOptions().upsert(true);
  private static final BulkWriteOptions EACH_BY_ITSELF = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> entries;

  EntryWriter(MongoCollection<Document> entries) {
    this.entries = entries;
  }

  /// @return those that are stored now, with their new revision and time, in the given order; also
  ///   one that was stored by an earlier call whose answer was lost
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
        Date updatedAt = document.getDate(CommonFields.UPDATED_AT);
        written.add(entry.withRevision(entry.revision() + 1, updatedAt.toInstant()));
      }
    }
    return written;
  }

  /// @return how many were written
  private int send(List<Entry> chunk) {
    List<WriteModel<Document>> writes = chunk.stream().map(EntryWriter::write).toList();
    try {
      return written(entries.bulkWrite(writes, EACH_BY_ITSELF));
    } catch (MongoBulkWriteException e) {
      boolean onlyConflicts =
          e.getWriteConcernError() == null
              && e.getWriteErrors().stream()
                  .allMatch(error -> error.getCode() == DriverErrors.DUPLICATE_KEY);
      if (!onlyConflicts) {
        throw e;
      }
      return written(e.getWriteResult());
    }
  }

  private static int written(BulkWriteResult result) {
    return result.getMatchedCount() + result.getUpserts().size();
  }

  private static WriteModel<Document> write(Entry entry) {
    Document stored =
        new Document(CommonFields.ID, entry.id().value())
            .append(CommonFields.USER_ID, entry.userId());
    return entry.revision() == 0
        ? new UpdateOneModel<>(
            stored.append(EntryDocumentMapper.REVISION, new Document("$exists", false)),
            update(entry),
            INSERT_TOO)
        : new UpdateOneModel<>(
            stored.append(EntryDocumentMapper.REVISION, entry.revision()), update(entry));
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
            .append("$inc", new Document(EntryDocumentMapper.REVISION, 1L))
            .append("$currentDate", new Document(CommonFields.UPDATED_AT, true));
    return unset.isEmpty() ? update : update.append("$unset", unset);
  }

  private Map<String, Document> read(List<Entry> chunk, boolean timesOnly) {
    List<String> ids = chunk.stream().map(entry -> entry.id().value()).toList();
    Map<String, Document> stored = HashMap.newHashMap(ids.size());
    FindIterable<Document> found = entries.find(in(CommonFields.ID, ids));
    DriverErrors.translating(
            () ->
                (timesOnly ? found.projection(include(CommonFields.UPDATED_AT)) : found)
                    .into(new ArrayList<>()))
        .forEach(document -> stored.put(document.getString(CommonFields.ID), document));
    return stored;
  }

  /// Whether the stored state is the one that was to be written.
  private static boolean isAsWritten(Entry entry, Document document) {
    Entry stored = EntryDocumentMapper.entry(document);
    return stored.userId().equals(entry.userId())
        && stored.revision() == entry.revision() + 1
        && EntryDocumentMapper.content(stored).equals(EntryDocumentMapper.content(entry));
  }
}
