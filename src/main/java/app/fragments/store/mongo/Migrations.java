package app.fragments.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;

import app.fragments.journal.Excerpt;
import app.fragments.journal.InlineTags;
import app.fragments.journal.Tags;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the documents of older versions up to date. The collection `migrations` lists those done.
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final int BATCH = 200;

  /// From number 1. Two programs may run one at once, and an interrupted one runs again.
  private static final List<Consumer<MongoDatabase>> ALL =
      List.of(Migrations::addExcerpts, Migrations::dropOldClaimsIndex, Migrations::addTagKeys);

  private Migrations() {}

  static void run(MongoDatabase database) {
    MongoCollection<Document> done = database.getCollection("migrations");
    for (int number = 1; number <= ALL.size(); number++) {
      Bson id = eq(CommonFields.ID, number);
      if (done.countDocuments(id) == 0) {
        LOG.info("Running migration {}", number);
        ALL.get(number - 1).accept(database);
        done.updateOne(id, Updates.currentDate("done_at"), new UpdateOptions().upsert(true));
      }
    }
  }

  /// Adds the excerpt to entries that were written before lists showed it, or by another program.
  static void addExcerpts(MongoDatabase database) {
    MongoCollection<Document> entries = database.getCollection(EntryDocumentMapper.COLLECTION);
    Bson lacking = exists(EntryDocumentMapper.EXCERPT, false);
    entries
        .find(lacking)
        .projection(include(EntryDocumentMapper.TEXT))
        .batchSize(BATCH)
        .forEach(
            document -> {
              if (document.get(EntryDocumentMapper.TEXT) instanceof String text) {
                entries.updateOne(
                    // one that was saved meanwhile has the excerpt of its newer text
                    and(eq(CommonFields.ID, document.get(CommonFields.ID)), lacking),
                    Updates.combine(
                        Updates.set(EntryDocumentMapper.EXCERPT, Excerpt.of(text)),
                        Updates.set(EntryDocumentMapper.LENGTH, text.length())));
              }
            });
  }

  /// Adds the tags in the text, and the keys by which filters find an entry.
  static void addTagKeys(MongoDatabase database) {
    MongoCollection<Document> entries = database.getCollection(EntryDocumentMapper.COLLECTION);
    Bson lacking = exists(EntryDocumentMapper.TAG_KEYS, false);
    List<WriteModel<Document>> updates = new ArrayList<>();
    for (Document document :
        entries
            .find(lacking)
            .projection(include(EntryDocumentMapper.TEXT, EntryDocumentMapper.TAGS))
            .batchSize(BATCH)) {
      if (document.get(EntryDocumentMapper.TEXT) instanceof String text
          && document.get(EntryDocumentMapper.TAGS, List.of()) instanceof List<?> tags) {
        List<String> inText = InlineTags.of(text);
        List<String> all = new ArrayList<>(inText);
        tags.forEach(tag -> all.add(String.valueOf(tag)));
        updates.add(
            new UpdateOneModel<>(
                and(eq(CommonFields.ID, document.get(CommonFields.ID)), lacking),
                Updates.combine(
                    Updates.set(EntryDocumentMapper.TEXT_TAGS, inText),
                    Updates.set(
                        EntryDocumentMapper.TAG_KEYS,
                        List.copyOf(Tags.withParents(all).keySet())))));
      }
      if (updates.size() == BATCH) {
        entries.bulkWrite(updates);
        updates.clear();
      }
    }
    if (!updates.isEmpty()) {
      entries.bulkWrite(updates);
    }
  }

  /// Claims use the index with the priority; the one without it only costs time at each write.
  private static void dropOldClaimsIndex(MongoDatabase database) {
    String name = "claims";
    MongoCollection<Document> queue = database.getCollection(QueueDocumentMapper.COLLECTION);
    queue.listIndexes().into(new ArrayList<>()).stream()
        .filter(index -> name.equals(index.getString("name")))
        .forEach(_ -> queue.dropIndex(name));
  }
}
