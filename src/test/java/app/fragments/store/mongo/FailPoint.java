package app.fragments.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/// The `failCommand` fail point of a MongoDB with test commands: makes a command of the stores
/// fail, but not the commands of other clients.
///
/// See <https://github.com/mongodb/mongo/wiki/The-%22failCommand%22-fail-point>.
final class FailPoint implements AutoCloseable {
  private final MongoClient client;
  private final MongoDatabase admin;

  /// @param uri the server under test
  FailPoint(String uri) {
    client = MongoClients.create(new ConnectionString(uri));
    admin = client.getDatabase("admin");
  }

  /// Whether it works here: a server may not know it, refuse it, or accept it without effect.
  boolean isAvailable() {
    Document error = new Document("errorCode", 8).append("failCommands", List.of("ping"));
    try {
      configure(new Document("times", 1), error);
    } catch (MongoCommandException refused) {
      return false;
    }
    try {
      admin.runCommand(new Document("ping", 1));
      return false;
    } catch (MongoCommandException failed) {
      return true;
    } finally {
      off();
    }
  }

  /// @param fault the fail point's data: `closeConnection`, `errorCode`, `writeConcernError`
  void set(String command, int times, Document fault) {
    Document data =
        new Document(fault)
            .append("failCommands", List.of(command))
            .append("appName", MongoClientFactory.APPLICATION);
    configure(new Document("times", times), data);
  }

  void off() {
    configure("off", new Document());
  }

  private void configure(Object mode, Document data) {
    admin.runCommand(
        new Document("configureFailPoint", "failCommand")
            .append("mode", mode)
            .append("data", data));
  }

  @Override
  public void close() {
    client.close();
  }
}
