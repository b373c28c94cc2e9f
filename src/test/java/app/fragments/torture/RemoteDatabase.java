package app.fragments.torture;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;

/// A new database on the server in `FRAGMENTS_TEST_MONGODB_URI`, dropped on close.
record RemoteDatabase(String uri) implements AutoCloseable {
  static final String URI_VARIABLE = "FRAGMENTS_TEST_MONGODB_URI";

  static RemoteDatabase fresh() {
    String name = "fragments_torture_" + UUID.randomUUID().toString().replace("-", "");
    String server = System.getenv(URI_VARIABLE);
    return new RemoteDatabase(
        server.replaceFirst("^(mongodb(?:\\+srv)?://[^/?]+)/?[^?]*", "$1/" + name));
  }

  @Override
  public void close() {
    ConnectionString parsed = new ConnectionString(uri);
    try (MongoClient client = MongoClients.create(parsed)) {
      client.getDatabase(parsed.getDatabase()).drop();
    }
  }
}
