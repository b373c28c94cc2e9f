package app.fragments.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the documents of older versions up to date, each step once a store; which were done is in
/// the collection `migrations`.
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final String COLLECTION = "migrations";

  /// One step. Two programs may take it at the same time, and it may be taken again after it broke
  /// off.
  interface Migration {
    /// From 1, in the order they are taken.
    int number();

    void migrate(MongoDatabase database);
  }

  private static final List<Migration> ALL =
      List.of(new AddExcerptsMigration(), new DropOldClaimsIndexMigration());

  private Migrations() {}

  static void run(MongoDatabase database) {
    MongoCollection<Document> done = database.getCollection(COLLECTION);
    ALL.stream()
        .sorted(Comparator.comparingInt(Migration::number))
        .filter(step -> done.countDocuments(Filters.eq(CommonFields.ID, step.number())) == 0)
        .forEach(
            step -> {
              LOG.info("Migration {}", step.number());
              step.migrate(database);
              done.updateOne(
                  Filters.eq(CommonFields.ID, step.number()),
                  Updates.currentDate("done_at"),
                  new UpdateOptions().upsert(true));
            });
  }
}
