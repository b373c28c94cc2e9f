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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/// Creates the driver's clients for one store. Timeouts are short because a person is waiting; a
/// connection string may override them.
final class MongoClientFactory {
  static final String APPLICATION = "Fragments";
  private static final int SERVER_SELECTION_SECONDS = 5;
  private static final int CONNECT_SECONDS = 5;
  private static final int READ_SECONDS = 30;
  private static final int MAX_CONNECTIONS = 20;

  /// How soon to look again for a built-in server that was lost; others are left to the driver.
  private static final int RECONNECT_MILLIS = 50;

  private final MongoClientSettings settings;
  private final ConnectionBackoff backoff = new ConnectionBackoff(System::nanoTime);

  private MongoClientFactory(MongoClientSettings.Builder builder) {
    LoginGuard guard = new LoginGuard(backoff);
    this.settings =
        builder
            .applyToClusterSettings(cluster -> cluster.serverSelector(guard))
            .applyToServerSettings(server -> server.addServerListener(guard))
            .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(guard))
            .build();
  }

  static MongoClientFactory remote(ConnectionString uri) {
    return new MongoClientFactory(defaults().applyConnectionString(uri));
  }

  /// The built-in server has no sessions, so the driver cannot safely retry writes.
  ///
  /// @param address where to reach it
  static MongoClientFactory builtIn(EmbeddedServer server, InetSocketAddress address) {
    return new MongoClientFactory(
        defaults()
            .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(address))))
            .applyToServerSettings(
                found -> found.minHeartbeatFrequency(RECONNECT_MILLIS, TimeUnit.MILLISECONDS))
            .credential(
                MongoCredential.createPlainCredential(
                    server.user(), "$external", server.password()))
            .retryWrites(false));
  }

  /// When the clients may log in again after the server has refused the password.
  ConnectionBackoff backoff() {
    return backoff;
  }

  MongoClient create() {
    return MongoClients.create(settings);
  }

  /// Creates a client whose calls end within `timeout`, connecting, waiting for a free connection
  /// and retrying included.
  MongoClient create(Duration timeout) {
    return MongoClients.create(
        MongoClientSettings.builder(settings)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .build());
  }

  /// Asks a server for its version.
  static String version(MongoDatabase database) {
    Document info = database.runCommand(new Document("buildInfo", 1));
    return Objects.requireNonNullElse(info.getString("version"), "unknown");
  }

  /// Servers are polled; a lost one is polled at once. The alternative, a reply that the server
  /// holds back until something changes, costs each process another connection to each server, and
  /// 10 s if a server refuses work without that reply.
  private static MongoClientSettings.Builder defaults() {
    return MongoClientSettings.builder()
        .applicationName(APPLICATION)
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS))
        .applyToServerSettings(server -> server.serverMonitoringMode(ServerMonitoringMode.POLL))
        .applyToConnectionPoolSettings(pool -> pool.maxSize(MAX_CONNECTIONS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(READ_SECONDS, TimeUnit.SECONDS));
  }
}
