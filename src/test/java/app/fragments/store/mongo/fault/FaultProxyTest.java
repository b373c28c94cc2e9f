package app.fragments.store.mongo.fault;

import static app.fragments.store.mongo.fault.WireCommand.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.store.mongo.embedded.EmbeddedServer;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How each fault looks to the driver, and what it does to the server.
@Timeout(20)
class FaultProxyTest {
  @TempDir Path folder;
  private EmbeddedServer server;
  private FaultProxy proxy;
  private MongoClient client;
  private MongoCollection<Document> things;
  private MongoClient directClient;
  private MongoCollection<Document> directThings;

  @BeforeEach
  void connect_through_the_proxy() throws Exception {
    server = EmbeddedServer.start(folder);
    proxy = new FaultProxy(server.address());
    client = client(proxy.address());
    things = client.getDatabase("test").getCollection("things");
    directClient = client(server.address());
    directThings = directClient.getDatabase("test").getCollection("things");
  }

  private MongoClient client(InetSocketAddress address) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(address))))
            .credential(
                MongoCredential.createPlainCredential(
                    server.user(), "$external", server.password()))
            .retryWrites(false)
            .build());
  }

  @AfterEach
  void close() {
    client.close();
    directClient.close();
    proxy.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000, 10_000_000})
  void messages_without_a_fault_pass_unchanged(int length) {
    FaultRule elsewhere = proxy.at(named("delete"), new InjectedFault.CutBefore());

    things.insertOne(new Document("_id", 1).append("text", "x".repeat(length)));

    assertThat(things.find().first().getString("text")).hasSize(length);
    assertThat(elsewhere.hasFired()).isFalse();
  }

  @Test
  void a_cut_before_or_during_a_command_leaves_the_server_unchanged() {
    for (InjectedFault fault :
        List.of(new InjectedFault.CutBefore(), new InjectedFault.CutDuring())) {
      FaultRule rule = proxy.at(named("insert"), fault);

      assertThatThrownBy(() -> things.insertOne(new Document()))
          .isInstanceOf(MongoSocketException.class);

      assertThat(rule.hasFired()).isTrue();
      assertThat(directThings.countDocuments()).isZero();
    }
  }

  @Test
  void a_command_whose_reply_is_lost_is_executed() {
    proxy.at(named("insert"), new InjectedFault.LoseReply());

    assertThatThrownBy(() -> things.insertOne(new Document()))
        .isInstanceOf(MongoSocketException.class);

    assertThat(directThings.countDocuments()).isOne();
  }

  @Test
  void only_the_nth_command_fails() {
    FaultRule second = proxy.at(named("insert"), 2, new InjectedFault.CutBefore());

    things.insertOne(new Document());
    assertThatThrownBy(() -> things.insertOne(new Document()))
        .isInstanceOf(MongoSocketException.class);
    things.insertOne(new Document());

    assertThat(second.seen()).isEqualTo(3);
    assertThat(directThings.countDocuments()).isEqualTo(2);
  }

  @Test
  void a_rule_sees_the_documents_sent_with_a_command() {
    FaultRule rule =
        proxy.at(
            command -> command.isOn("things") && command.document().containsKey("documents"),
            new InjectedFault.CutBefore());

    assertThatThrownBy(() -> things.insertMany(List.of(new Document(), new Document())))
        .isInstanceOf(MongoSocketException.class);

    assertThat(rule.hasFired()).isTrue();
  }

  @Test
  void a_delayed_command_takes_that_much_longer() {
    proxy.at(named("insert"), new InjectedFault.Delay(Duration.ofMillis(300)));
    long start = System.nanoTime();

    things.insertOne(new Document());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void an_outage_cuts_all_connections_and_refuses_new_ones() throws Exception {
    things.insertOne(new Document());
    proxy.goDown();

    assertThatThrownBy(() -> things.insertOne(new Document()))
        .isInstanceOf(MongoSocketException.class);
    // a closed listener's port accepts connections until its thread has left accept()
    assertThat(Stream.generate(this::isRefused).limit(10_000).anyMatch(refused -> refused))
        .isTrue();

    proxy.comeBack();
    things.insertOne(new Document());
    assertThat(directThings.countDocuments()).isEqualTo(2);
  }

  private boolean isRefused() {
    try (Socket socket = new Socket(proxy.address().getAddress(), proxy.address().getPort())) {
      return !socket.isConnected();
    } catch (IOException e) {
      return e instanceof ConnectException;
    }
  }

  @Test
  void an_outage_ends_on_time() {
    proxy.at(named("insert"), new InjectedFault.Outage(Duration.ofMillis(300)));

    assertThatThrownBy(() -> things.insertOne(new Document()))
        .isInstanceOf(MongoSocketException.class);
    things.insertOne(new Document());

    assertThat(directThings.countDocuments()).isOne();
  }

  @Test
  void work_is_refused_during_an_election() {
    proxy.at(named("insert"), new InjectedFault.Election(Duration.ofMillis(300)));

    assertThatThrownBy(() -> things.insertOne(new Document()))
        .isInstanceOf(MongoNotPrimaryException.class);

    assertThat(directThings.countDocuments()).isZero();
    // the driver has checked for a primary before, and waits 500 ms for its next check
    assertThat(things.countDocuments()).isZero();
  }
}
