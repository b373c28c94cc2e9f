package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupSnapshotTest {
  private static final String USER = "ada";
  private static final int ENTRIES = 30;
  private static final int PAGE = 20;

  @TempDir Path folder;

  private List<EntryHeader> page;

  @BeforeEach
  void write_a_journal() {
    try (MongoStores stores = open()) {
      stores.entries().saveAll(IntStream.range(0, ENTRIES).mapToObj(i -> entry(USER, i)).toList());
      stores.entries().save(entry("grace", ENTRIES));
      stores.entries().trash(USER, List.of(stores.entries().save(entry(USER, ENTRIES + 1)).id()));
      page = stores.entries().list(USER, EntryFilter.ALL, null, PAGE);
    }
  }

  private MongoStores open() {
    return MongoStores.open(new StoreLocation.BuiltIn(folder));
  }

  private static Entry entry(String user, int number) {
    return Entry.write(
        user,
        LocalDate.of(2026, 1, 1).plusDays(number / 3),
        ZoneId.of("Europe/Berlin"),
        Instant.parse("2026-01-01T10:00:00Z").plusSeconds(7L * number),
        "Entry " + number,
        "Text with a #tag of " + number);
  }

  private Optional<List<EntryHeader>> read() {
    return StartupSnapshot.read(folder, USER, PAGE);
  }

  @Test
  void the_snapshot_equals_what_the_open_store_returns() {
    assertThat(page).hasSize(PAGE);
    assertThat(read()).contains(page);
  }

  @Test
  void the_snapshot_includes_another_processs_newest_write() {
    try (MongoStores stores = open()) {
      Entry newest = stores.entries().save(entry(USER, ENTRIES + 10));

      assertThat(read().orElseThrow()).first().isEqualTo(newest.header());
    }
  }

  @Test
  void the_snapshot_includes_a_killed_processs_writes_and_keeps_them(@TempDir Path left)
      throws Exception {
    EntryHeader last;
    try (MongoStores stores = open()) {
      last = stores.entries().save(entry(USER, ENTRIES + 10)).header();
      for (String file : List.of("journal.db", "journal.db-wal")) {
        Files.copy(folder.resolve(file), left.resolve(file));
      }
    }
    assertThat(left.resolve("journal.db-wal")).isNotEmptyFile();

    assertThat(StartupSnapshot.read(left, USER, PAGE).orElseThrow()).first().isEqualTo(last);
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(left))) {
      assertThat(stores.entries().list(USER, EntryFilter.ALL, null, 1)).containsExactly(last);
      assertThat(stores.builtIn().orElseThrow().quickCheck()).isEmpty();
    }
  }

  @Test
  void the_snapshot_does_not_change_the_folder() throws Exception {
    Path file = folder.resolve("journal.db");
    byte[] before = Files.readAllBytes(file);

    read();

    assertThat(file).hasBinaryContent(before);
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.resolve("journal.db-wal")).doesNotExist();
  }

  @Test
  void without_a_journal_the_snapshot_is_empty_and_creates_none() {
    Path nowhere = folder.resolve("home");

    assertThat(StartupSnapshot.read(nowhere, USER, PAGE)).contains(List.of());
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void no_snapshot_if_the_index_is_missing() {
    try (MongoStores stores = open()) {
      stores.database().getCollection(EntryDocumentMapper.COLLECTION).dropIndex("pages");
    }

    assertThat(read()).isEmpty();
  }

  @Test
  void no_snapshot_if_the_index_is_unordered() {
    change(new Document("$set", new Document(EntryDocumentMapper.DATE, List.of("2026-01-01"))));

    assertThat(read()).isEmpty();
  }

  @Test
  void no_snapshot_if_an_entry_is_unreadable() {
    change(new Document("$set", new Document(EntryDocumentMapper.TITLE, 7)));

    assertThat(read()).isEmpty();
  }

  private void change(Document update) {
    try (MongoStores stores = open()) {
      stores
          .database()
          .getCollection(EntryDocumentMapper.COLLECTION)
          .updateOne(new Document(CommonFields.ID, page.getFirst().id().value()), update);
    }
  }

  @Test
  void no_snapshot_if_the_file_is_not_a_database() throws Exception {
    Path file = folder.resolve("journal.db");
    Files.writeString(file, "Not a database, but somebody's words. ".repeat(100));
    byte[] before = Files.readAllBytes(file);

    assertThat(read()).isEmpty();
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void no_snapshot_of_a_newer_versions_file() throws Exception {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version=2");
    }

    assertThat(read()).isEmpty();
  }
}
