package app.fragments.store.mongo.embedded;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Clients of the built-in server, for its tests.
final class TestClients {
  private TestClients() {}

  static MongoClient client(EmbeddedServer server) {
    return client(server.address(), server.password());
  }

  static MongoClient client(InetSocketAddress address, char[] password) {
    return MongoClients.create(
        settings(address)
            .credential(
                MongoCredential.createPlainCredential(WireServer.USER, "$external", password))
            .build());
  }

  static MongoClientSettings.Builder settings(InetSocketAddress address) {
    return MongoClientSettings.builder()
        .retryWrites(false)
        .retryReads(false)
        .applyToClusterSettings(
            cluster ->
                cluster
                    .hosts(List.of(new ServerAddress(address)))
                    .serverSelectionTimeout(3, TimeUnit.SECONDS));
  }
}
