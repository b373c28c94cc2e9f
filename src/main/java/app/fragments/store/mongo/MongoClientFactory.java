package app.fragments.store.mongo;

import app.fragments.store.mongo.embedded.EmbeddedServer;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerMonitoringMode;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/// The driver's clients, set up for a program that a person waits for: what cannot be reached is
/// given up after seconds. A connection string may say otherwise.
final class MongoClientFactory {
  static final String APPLICATION = "Fragments";
  private static final int FIND_SERVER_SECONDS = 5;
  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 30;
  private static final int MOST_CONNECTIONS = 20;

  /// How soon a built-in server that was lost is looked for again; others are left to the driver.
  private static final int LOOK_AGAIN_MILLIS = 50;

  private MongoClientFactory() {}

  static MongoClient remote(ConnectionString uri) {
    return MongoClients.create(usual().applyConnectionString(uri).build());
  }

  /// The built-in server has no sessions, and so no writes that a driver could safely repeat.
  ///
  /// @param address where to reach it
  static MongoClient builtIn(EmbeddedServer server, InetSocketAddress address) {
    MongoClientSettings settings =
        usual()
            .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(address))))
            .applyToServerSettings(
                found -> found.minHeartbeatFrequency(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS))
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

  /// Servers are polled, which is also done at once where one was lost. The driver's other way, an
  /// answer that the server holds back until something changes, costs each process one more
  /// connection to each server, and 10 s where a server refuses work without that answer.
  private static MongoClientSettings.Builder usual() {
    return MongoClientSettings.builder()
        .applicationName(APPLICATION)
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(FIND_SERVER_SECONDS, TimeUnit.SECONDS))
        .applyToServerSettings(server -> server.serverMonitoringMode(ServerMonitoringMode.POLL))
        .applyToConnectionPoolSettings(pool -> pool.maxSize(MOST_CONNECTIONS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS));
  }
}
