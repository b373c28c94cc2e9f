package app.fragments.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import org.bson.Document;

/// Migration 2: claims are made by priority, so the index without it only costs at each write.
final class DropOldClaimsIndexMigration implements Migrations.Migration {
  private static final String NAME = "claims";

  @Override
  public int number() {
    return 2;
  }

  @Override
  public void migrate(MongoDatabase database) {
    MongoCollection<Document> queue = database.getCollection(QueueDocumentMapper.COLLECTION);
    queue.listIndexes().into(new ArrayList<>()).stream()
        .filter(index -> NAME.equals(index.getString("name")))
        .forEach(_ -> queue.dropIndex(NAME));
  }
}
