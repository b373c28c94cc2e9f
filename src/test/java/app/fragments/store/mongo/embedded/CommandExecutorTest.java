package app.fragments.store.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

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

/// What becomes of commands while another process keeps the write lock.
@Timeout(60)
class CommandExecutorTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Document READ = new Document("find", "things");

  @TempDir Path folder;

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private Sqlite sqlite;
  private Sqlite other;

  @BeforeEach
  void open() {
    Path file = StoreFile.prepare(folder).path();
    sqlite = Sqlite.open(file);
    other = Sqlite.open(file);
  }

  @AfterEach
  void close() {
    other.close();
    sqlite.close();
  }

  private CommandExecutor loop(Duration patience) {
    return new CommandExecutor(sqlite, new SqliteBackend(sqlite), patience);
  }

  private static Document insert(int id) {
    return new Document("insert", "things").append("documents", List.of(new Document("_id", id)));
  }

  private CompletableFuture<Document> ask(CommandExecutor loop, Document command) {
    CompletableFuture<Document> reply = new CompletableFuture<>();
    loop.submit(channel, ServerCommand.of("test", command).orElseThrow(), reply::complete);
    return reply;
  }

  private static boolean isBusy(Document reply) {
    return Integer.valueOf(SqliteErrorCode.BUSY.code()).equals(reply.get("code"));
  }

  @Test
  void writes_that_wait_together_give_up_together() {
    try (CommandExecutor loop = loop(PATIENCE)) {
      assertThat(ask(loop, insert(0)).join()).containsEntry("n", 1);
      other.beginWriting();
      long start = System.nanoTime();
      List<CompletableFuture<Document>> writes =
          IntStream.range(1, 20).mapToObj(id -> ask(loop, insert(id))).toList();

      assertThat(writes).allMatch(write -> isBusy(write.join()));

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(PATIENCE, PATIENCE.multipliedBy(12));
      other.execute("ROLLBACK");
      assertThat(ask(loop, insert(20)).join()).containsEntry("n", 1);
    }
  }

  @Test
  void what_was_read_before_a_write_is_answered_before_it_waits() throws Exception {
    try (CommandExecutor loop = loop(Duration.ofSeconds(50))) {
      ask(loop, insert(0)).join();
      CountDownLatch allQueued = new CountDownLatch(1);
      loop.submit(
          channel, ServerCommand.of("test", READ).orElseThrow(), _ -> awaitQuietly(allQueued));
      other.beginWriting();
      CompletableFuture<Document> read = ask(loop, READ);
      CompletableFuture<Document> write = ask(loop, insert(1));
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
  void closing_does_not_wait_for_the_lock_again() {
    CommandExecutor loop = loop(Duration.ofSeconds(50));
    ask(loop, insert(0)).join();
    other.beginWriting();
    List<CompletableFuture<Document>> writes =
        IntStream.range(1, 5).mapToObj(id -> ask(loop, insert(id))).toList();
    long start = System.nanoTime();

    loop.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(writes).allMatch(write -> isBusy(write.getNow(new Document())));
  }
}
