package app.fragments.store.mongo;

import app.fragments.journal.Excerpt;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Migration 1: entries that were written before lists had excerpts, or by another program, get
/// theirs.
final class AddExcerptsMigration implements Migrations.Migration {
  private static final int BATCH = 200;
  private static final Bson BARE = Filters.exists(EntryDocumentMapper.EXCERPT, false);

  @Override
  public int number() {
    return 1;
  }

  @Override
  public void migrate(MongoDatabase database) {
    MongoCollection<Document> entries = database.getCollection(EntryDocumentMapper.COLLECTION);
    try (MongoCursor<Document> bare =
        entries
            .find(BARE)
            .projection(Projections.include(EntryDocumentMapper.TEXT))
            .batchSize(BATCH)
            .iterator()) {
      bare.forEachRemaining(
          document -> {
            if (document.get(EntryDocumentMapper.TEXT) instanceof String text) {
              entries.updateOne(
                  // an entry that was saved meanwhile has the excerpt of its newer text
                  Filters.and(Filters.eq(CommonFields.ID, document.get(CommonFields.ID)), BARE),
                  Updates.combine(
                      Updates.set(EntryDocumentMapper.EXCERPT, Excerpt.of(text)),
                      Updates.set(EntryDocumentMapper.LENGTH, text.length())));
            }
          });
    }
  }
}
