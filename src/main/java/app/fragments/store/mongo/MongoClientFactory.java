package app.fragments.store.mongo;

import app.fragments.store.StoreUnavailableException;
import app.fragments.store.mongo.embedded.EmbeddedServer;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerMonitoringMode;
import com.mongodb.event.ConnectionPoolListener;
import com.mongodb.event.ConnectionReadyEvent;
import com.mongodb.event.ServerDescriptionChangedEvent;
import com.mongodb.event.ServerListener;
import com.mongodb.selector.ServerSelector;
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

  /// How soon to look again for a lost built-in server; for others, the driver decides.
  private static final int RECONNECT_MILLIS = 50;

  private final MongoClientSettings settings;
  private final ConnectionBackoff backoff = new ConnectionBackoff(System::nanoTime);

  /// Keeps an open client from logging in again and again after the server has refused its
  /// password. The driver logs in whenever a call needs a new connection; while the backoff lasts,
  /// such calls fail before that. The driver's monitoring does not log in and continues.
  private record LoginGuard(ConnectionBackoff backoff)
      implements ServerSelector, ServerListener, ConnectionPoolListener {
    @Override
    public List<ServerDescription> select(ClusterDescription cluster) {
      if (cluster.getServerDescriptions().isEmpty()) {
        backoff.check(); // the driver selects again once it has found a server
      } else {
        backoff.beforeAttempt();
      }
      return cluster.getServerDescriptions();
    }

    @Override
    public void serverDescriptionChanged(ServerDescriptionChangedEvent event) {
      if (event.getNewDescription().getException() instanceof MongoSecurityException e
          && !(DriverErrors.translate(e) instanceof StoreUnavailableException)) {
        backoff.failed(DriverErrors.translate(e));
      }
    }

    @Override
    public void connectionReady(ConnectionReadyEvent event) {
      backoff.reset();
    }
  }

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

  /// Creates a client whose calls end within `timeout`, including connecting, waiting for a free
  /// connection and retrying.
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

  /// Servers are polled, a lost one at once. Streaming monitoring would cost each process another
  /// connection to each server, and 10 s if a server refuses work without its reply.
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
