package app.fragments.store.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commands while another process holds the write lock, and after failures.
@Timeout(60)
class CommandExecutorTest {
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final Document READ = new Document("find", "things");

  @TempDir Path folder;

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private Sqlite sqlite;
  private Sqlite other;

  @BeforeEach
  void open() {
    Path file = StoreFile.prepare(folder);
    sqlite = Sqlite.open(file);
    other = Sqlite.open(file);
  }

  @AfterEach
  void close() {
    other.close();
    sqlite.close();
  }

  private CommandExecutor executor(Duration timeout) {
    return new CommandExecutor(sqlite, new SqliteBackend(sqlite), timeout);
  }

  private static Document insert(int id) {
    return new Document("insert", "things").append("documents", List.of(new Document("_id", id)));
  }

  private CompletableFuture<Document> ask(CommandExecutor executor, Document command) {
    CompletableFuture<Document> reply = new CompletableFuture<>();
    executor.submit(channel, ServerCommand.of("test", command).orElseThrow(), reply::complete);
    return reply;
  }

  private static boolean isBusy(Document reply) {
    return Integer.valueOf(SqliteErrorCode.BUSY.code()).equals(reply.get("code"));
  }

  @Test
  void writes_that_wait_together_time_out_together() {
    try (CommandExecutor executor = executor(TIMEOUT)) {
      assertThat(ask(executor, insert(0)).join()).containsEntry("n", 1);
      other.beginWriting();
      long start = System.nanoTime();
      List<CompletableFuture<Document>> writes =
          IntStream.range(1, 20).mapToObj(id -> ask(executor, insert(id))).toList();

      assertThat(writes).allMatch(write -> isBusy(write.join()));

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(TIMEOUT, TIMEOUT.multipliedBy(12));
      other.execute("ROLLBACK");
      assertThat(ask(executor, insert(20)).join()).containsEntry("n", 1);
    }
  }

  @Test
  void reads_are_answered_before_a_write_waits() throws Exception {
    try (CommandExecutor executor = executor(Duration.ofSeconds(50))) {
      ask(executor, insert(0)).join();
      CountDownLatch allQueued = new CountDownLatch(1);
      executor.submit(
          channel, ServerCommand.of("test", READ).orElseThrow(), _ -> awaitQuietly(allQueued));
      other.beginWriting();
      CompletableFuture<Document> read = ask(executor, READ);
      CompletableFuture<Document> write = ask(executor, insert(1));
      allQueued.countDown();

      assertThat(read.get(20, TimeUnit.SECONDS)).containsEntry("ok", 1.0);
      assertThat(write).isNotDone();

      other.execute("ROLLBACK");
      assertThat(write.join()).containsEntry("n", 1);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void closing_does_not_wait_for_the_full_lock_timeout() {
    CommandExecutor executor = executor(Duration.ofSeconds(50));
    ask(executor, insert(0)).join();
    other.beginWriting();
    List<CompletableFuture<Document>> writes =
        IntStream.range(1, 5).mapToObj(id -> ask(executor, insert(id))).toList();
    long start = System.nanoTime();

    executor.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(writes).allMatch(write -> isBusy(write.getNow(new Document())));
  }

  @Test
  void an_unexpected_exception_fails_its_command_and_the_next_one_runs() {
    try (CommandExecutor executor = executor(TIMEOUT)) {
      CompletableFuture<Document> reply = new CompletableFuture<>();
      executor.submit(channel, new ServerCommand("test", null, READ), reply::complete);

      assertThat(reply.join()).containsEntry("ok", 0).containsKey("errmsg");
      assertThat(ask(executor, insert(0)).join()).containsEntry("n", 1);
    }
  }

  @Test
  void a_reply_that_cannot_be_sent_does_not_affect_other_commands() {
    try (CommandExecutor executor = executor(TIMEOUT)) {
      executor.submit(
          channel,
          ServerCommand.of("test", READ).orElseThrow(),
          _ -> {
            throw new IllegalStateException("The connection is gone");
          });

      assertThat(ask(executor, insert(0)).join()).containsEntry("n", 1);
    }
  }

  @Test
  void an_error_that_ends_the_thread_closes_the_port() {
    SqliteBackend backend = new SqliteBackend(sqlite);
    try (CommandExecutor executor = new CommandExecutor(sqlite, backend, TIMEOUT);
        WireServer wire = new WireServer(executor, backend);
        MongoClient client = TestClients.client(wire.address(), wire.password())) {
      var ping = new org.bson.Document("ping", 1);
      assertThat(client.getDatabase("test").runCommand(ping)).containsEntry("ok", 1.0);

      executor.submit(
          channel,
          ServerCommand.of("test", READ).orElseThrow(),
          _ -> {
            throw new AssertionError("Not an exception");
          });

      long start = System.nanoTime();
      assertThatThrownBy(() -> client.getDatabase("test").runCommand(ping))
          .isInstanceOf(MongoException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }
}
