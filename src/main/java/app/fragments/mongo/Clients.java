package app.fragments.mongo;

import app.fragments.mongo.embedded.EmbeddedServer;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/// The driver's clients, set up for a program that a person waits for: what cannot be reached is
/// given up after seconds. A connection string may say otherwise.
final class Clients {
  static final String APPLICATION = "Fragments";
  private static final int FIND_SERVER_SECONDS = 5;
  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 30;
  private static final int MOST_CONNECTIONS = 20;

  private Clients() {}

  static MongoClient remote(ConnectionString uri) {
    return MongoClients.create(usual().applyConnectionString(uri).build());
  }

  /// The built-in server has no sessions, and so no writes that a driver could safely repeat.
  static MongoClient builtIn(EmbeddedServer server) {
    MongoClientSettings settings =
        usual()
            .applyToClusterSettings(
                cluster -> cluster.hosts(List.of(new ServerAddress(server.address()))))
            .credential(
                MongoCredential.createPlainCredential(
                    server.user(), "$external", server.password()))
            .retryWrites(false)
            .build();
    return MongoClients.create(settings);
  }

  /// The version that a server says it is of.
  static String version(MongoDatabase database) {
    Document info = database.runCommand(new Document("buildInfo", 1));
    return Objects.requireNonNullElse(info.getString("version"), "unknown");
  }

  private static MongoClientSettings.Builder usual() {
    return MongoClientSettings.builder()
        .applicationName(APPLICATION)
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(FIND_SERVER_SECONDS, TimeUnit.SECONDS))
        .applyToConnectionPoolSettings(pool -> pool.maxSize(MOST_CONNECTIONS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS));
  }
}
