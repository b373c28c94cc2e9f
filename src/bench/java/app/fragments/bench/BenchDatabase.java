package app.fragments.bench;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/// Direct access to the database of the measured server, to empty and fill it.
final class BenchDatabase implements AutoCloseable {
  private static final int BATCH = 1_000;

  private final MongoClient client;
  private final MongoDatabase database;

  private BenchDatabase(MongoClient client, String name) {
    this.client = client;
    this.database = client.getDatabase(name);
  }

  static BenchDatabase open(String uri) {
    ConnectionString parsed = new ConnectionString(uri);
    return new BenchDatabase(MongoClients.create(parsed), name(parsed));
  }

  /// The database that the stores use.
  static String name(ConnectionString uri) {
    return Objects.requireNonNullElse(uri.getDatabase(), "fragments");
  }

  void clear(String... collections) {
    for (String collection : collections) {
      database.getCollection(collection).deleteMany(new Document());
    }
  }

  long count(String collection, String field, String value) {
    return database.getCollection(collection).countDocuments(new Document(field, value));
  }

  /// Inserts this many copies of a document of the collection, each with a new id.
  void multiply(String collection, int copies) {
    Document original = Objects.requireNonNull(database.getCollection(collection).find().first());
    List<Document> batch = new ArrayList<>(BATCH);
    for (int i = 0; i < copies; i++) {
      Document copy = new Document(original);
      copy.put("_id", UUID.randomUUID().toString());
      batch.add(copy);
      if (batch.size() == BATCH || i == copies - 1) {
        database.getCollection(collection).insertMany(batch);
        batch.clear();
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
