package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.store.mongo.embedded.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoConnectionTestTest {
  private static final String SECRET = "s3cret";

  @TempDir Path folder;

  private static String uri(EmbeddedServer server, String password) {
    return "mongodb://%s:%s@127.0.0.1:%d/journal?authMechanism=PLAIN&authSource=$external&retryWrites=false"
        .formatted(server.user(), password, server.address().getPort());
  }

  @Test
  void a_reachable_store_is_reported_with_its_version() {
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      String password = new String(server.password());
      MongoConnectionTest test = MongoConnectionTest.of(uri(server, password));
      assertThat(test.ok()).isTrue();
      assertThat(test.sentence())
          .contains("Connected to MongoDB 5.0")
          .contains("127.0.0.1:" + server.address().getPort() + "/journal")
          .doesNotContain(password);
    }
  }

  @Test
  void a_wrong_password_is_reported() {
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      MongoConnectionTest test = MongoConnectionTest.of(uri(server, SECRET));
      assertThat(test.ok()).isFalse();
      assertThat(test.sentence()).contains("refused the user name or password");
      assertThat(test.sentence()).doesNotContain(SECRET);
    }
  }

  @Test
  void an_unreachable_server_is_reported() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    String uri =
        "mongodb://u:%s@127.0.0.1:%d/?serverSelectionTimeoutMS=300".formatted(SECRET, port);
    MongoConnectionTest test = MongoConnectionTest.of(uri);
    assertThat(test.ok()).isFalse();
    assertThat(test.sentence()).contains("Nobody answers at").doesNotContain(SECRET);
  }

  @Test
  void an_invalid_uri_is_reported_without_the_password() {
    for (String uri :
        new String[] {
          "http://u:" + SECRET + "@host",
          "mongodb://u:" + SECRET + "@",
          "mongodb://u:@" + SECRET + "/:@host:99999999/?x",
          ""
        }) {
      MongoConnectionTest test = MongoConnectionTest.of(uri);
      assertThat(test.ok()).as(uri).isFalse();
      assertThat(test.sentence()).as(uri).contains("Not a MongoDB address").doesNotContain(SECRET);
    }
  }

  @Test
  void a_location_never_shows_its_password() {
    assertThat(new StoreLocation.Remote("mongodb://u:" + SECRET + "@h:1/d?tls=true").toString())
        .isEqualTo("Remote[mongodb://h:1/d]");
  }
}
