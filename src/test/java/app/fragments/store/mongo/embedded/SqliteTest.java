package app.fragments.store.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqliteTest {
  private static final int FILES = 300;

  @TempDir Path folder;

  @Test
  void several_openers_of_a_new_file_share_it() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      CyclicBarrier start = new CyclicBarrier(2);
      for (int i = 0; i < FILES; i++) {
        Path file = Files.createFile(folder.resolve(i + ".db"));
        Callable<Void> opener =
            () -> {
              start.await();
              try (Sqlite sqlite = Sqlite.open(file)) {
                sqlite.beginWriting();
                sqlite.execute("CREATE TABLE IF NOT EXISTS openers (name TEXT)");
                sqlite.execute("INSERT INTO openers VALUES ('one of two')");
                sqlite.execute("COMMIT");
              }
              return null;
            };
        for (Future<Void> opened : threads.invokeAll(List.of(opener, opener))) {
          opened.get();
        }
        try (Sqlite sqlite = Sqlite.open(file)) {
          assertThat(sqlite.number("SELECT count(*) FROM openers")).isEqualTo(2);
        }
      }
    }
  }

  @Test
  void opening_a_new_file_waits_for_a_process_that_reads_it() throws Exception {
    Path file = Files.createFile(folder.resolve("journal.db"));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA application_id=" + 0x46524147);
      statement.execute("PRAGMA user_version=1");
      statement.execute("BEGIN");
      statement.executeQuery("SELECT * FROM sqlite_master").close();
      CompletableFuture<Void> opened = new CompletableFuture<>();
      Thread opener =
          Thread.ofPlatform()
              .start(
                  () -> {
                    Sqlite.open(file).close();
                    opened.complete(null);
                  });
      while (opener.getState() != Thread.State.TIMED_WAITING) { // until it waits for the lock
        assertThat(opener.isAlive()).isTrue();
        Thread.onSpinWait();
      }
      assertThat(opened).isNotDone();
      statement.execute("COMMIT");
      opened.get();
    }
  }

  @Test
  void the_file_of_another_program_is_refused_and_left_unchanged() throws Exception {
    Path file = folder.resolve("journal.db");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE notes (text TEXT)");
    }
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> Sqlite.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a Fragments journal");

    assertThat(file).hasBinaryContent(before);
    assertThat(folder).isDirectoryNotContaining(beside -> !beside.equals(file));
  }

  @Test
  void the_file_of_a_newer_version_is_refused_and_left_unchanged() throws Exception {
    Path file = folder.resolve("journal.db");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA application_id=" + 0x46524147);
      statement.execute("PRAGMA user_version=2");
    }
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> Sqlite.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version of Fragments");

    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void a_file_that_cannot_be_opened_is_not_reported_as_damaged() {
    assertThatThrownBy(() -> Sqlite.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessage(folder + " cannot be opened: The journal's file is not writable.");
  }
}
