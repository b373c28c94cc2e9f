package app.fragments.store.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.store.StoreException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
  @TempDir Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close_all() throws Exception {
    for (AutoCloseable thing : open.reversed()) {
      thing.close();
    }
  }

  private EmbeddedServer start() {
    return opened(EmbeddedServer.start(folder));
  }

  private MongoClient client(EmbeddedServer server) {
    return opened(TestClients.client(server));
  }

  private <T extends AutoCloseable> T opened(T thing) {
    open.add(thing);
    return thing;
  }

  private static MongoCollection<Document> things(MongoClient client) {
    return client.getDatabase("test").getCollection("things");
  }

  private static Document id(Object id) {
    return new Document("_id", id);
  }

  @Test
  void a_client_without_the_password_is_rejected() {
    EmbeddedServer server = start();
    things(client(server)).insertOne(id("mine"));
    try (MongoClient stranger =
        MongoClients.create(TestClients.settings(server.address()).build())) {
      for (String command : List.of("ping", "serverStatus", "buildInfo", "listDatabases")) {
        assertThatThrownBy(() -> stranger.getDatabase("admin").runCommand(new Document(command, 1)))
            .as(command)
            .isInstanceOf(MongoException.class)
            .hasMessageContaining("Authentication is required");
      }
      assertThatThrownBy(() -> things(stranger).find().first())
          .isInstanceOf(MongoCommandException.class);
      assertThatThrownBy(() -> things(stranger).insertOne(id("theirs")))
          .isInstanceOf(MongoException.class);
    }
    assertThat(things(client(server)).countDocuments()).isEqualTo(1);
  }

  @Test
  void a_wrong_password_is_refused() {
    EmbeddedServer server = start();
    char[] wrong = server.password();
    wrong[0] = wrong[0] == '0' ? '1' : '0';
    try (MongoClient stranger = TestClients.client(server.address(), wrong)) {
      assertThatThrownBy(() -> things(stranger).find().first())
          .isInstanceOf(MongoSecurityException.class);
    }
  }

  @Test
  void the_old_protocol_is_rejected_too() throws IOException {
    EmbeddedServer server = start();
    byte[] name = "admin.$cmd\0".getBytes(StandardCharsets.UTF_8);
    byte[] key = "serverStatus\0".getBytes(StandardCharsets.UTF_8);
    int document = 4 + 1 + key.length + 4 + 1;
    int length = 16 + 4 + name.length + 8 + document;
    ByteBuffer query = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    query.putInt(length).putInt(1).putInt(0).putInt(2004).putInt(0).put(name).putInt(0).putInt(-1);
    query.putInt(document).put((byte) 0x10).put(key).putInt(1).put((byte) 0);
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.getOutputStream().write(query.array());
      InputStream in = socket.getInputStream();
      ByteBuffer size = ByteBuffer.wrap(in.readNBytes(4)).order(ByteOrder.LITTLE_ENDIAN);
      String reply = new String(in.readNBytes(size.getInt() - 4), StandardCharsets.ISO_8859_1);
      assertThat(reply).contains("Authentication is required").doesNotContain("uptime");
    }
  }

  @Test
  void it_listens_on_loopback_only() {
    assertThat(start().address().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void two_servers_on_one_file_see_each_others_writes_at_once() {
    MongoCollection<Document> one = things(client(start()));
    MongoCollection<Document> other = things(client(start()));
    assertThat(other.find(id(1)).first()).isNull();
    one.insertOne(id(1).append("n", 1));
    assertThat(other.find(id(1)).first()).containsEntry("n", 1);
    one.createIndex(new Document("n", 1), new IndexOptions().name("by_n").unique(true));
    assertThatThrownBy(() -> other.insertOne(id(2).append("n", 1)))
        .isInstanceOf(MongoWriteException.class)
        .hasMessageContaining("E11000");
    other.updateOne(id(1), new Document("$inc", new Document("n", 1)));
    assertThat(one.find(new Document("n", 2)).first()).isNotNull();
    other.drop();
    assertThat(one.countDocuments()).isZero();
    one.insertOne(id(3).append("n", 7));
    assertThat(other.find(new Document("n", 7)).first()).isNotNull();
  }

  @Test
  void everything_survives_a_restart() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start(folder);
        MongoClient client = TestClients.client(server)) {
      things(client).createIndex(new Document("n", -1), new IndexOptions().sparse(true));
      things(client).insertMany(List.of(id(1).append("n", 5), id(2)));
    }
    EmbeddedServer server = start();
    MongoCollection<Document> things = things(client(server));
    assertThat(things.find().into(new ArrayList<>())).hasSize(2);
    assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(2);
    assertThat(things.find(new Document("n", 5)).first()).containsEntry("_id", 1);
    assertThat(server.indexCheck("test")).isEmpty();
  }

  @Test
  void dropping_an_index_keeps_indexes_of_that_name_in_other_collections() {
    MongoClient client = client(start());
    MongoCollection<Document> things = things(client);
    MongoCollection<Document> others = client.getDatabase("test").getCollection("others");
    Document key = new Document("n", 1);
    for (MongoCollection<Document> collection : List.of(things, others)) {
      collection.insertOne(id(1));
      collection.createIndex(key, new IndexOptions().name("same"));
    }
    things.dropIndex("same");
    assertThatThrownBy(() -> things.dropIndex("same")).isInstanceOf(MongoCommandException.class);
    assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(1);
    assertThat(others.listIndexes().into(new ArrayList<>())).hasSize(2);
  }

  @Test
  void the_updates_that_the_stores_need_work() {
    MongoCollection<Document> things = things(client(start()));
    Document update =
        new Document("$set", new Document("a.b", 1))
            .append("$setOnInsert", new Document("made", true))
            .append("$inc", new Document("n", 2))
            .append("$push", new Document("list", "x"))
            .append("$currentDate", new Document("at", true));
    things.updateOne(id("u"), update, new UpdateOptions().upsert(true));
    Document after =
        things.findOneAndUpdate(
            new Document("list", "x"),
            new Document("$unset", new Document("made", "")).append("$inc", new Document("n", 1)),
            new FindOneAndUpdateOptions()
                .sort(new Document("n", -1))
                .returnDocument(ReturnDocument.AFTER));
    assertThat(after)
        .containsEntry("n", 3)
        .containsEntry("a", new Document("b", 1))
        .containsEntry("list", List.of("x"))
        .doesNotContainKey("made")
        .containsKey("at");
  }

  @Test
  void a_bulk_write_continues_after_a_duplicate() {
    MongoCollection<Document> things = things(client(start()));
    things.insertOne(id(2));
    assertThatThrownBy(
            () ->
                things.insertMany(
                    List.of(id(1), id(2), id(3)), new InsertManyOptions().ordered(false)))
        .isInstanceOf(MongoBulkWriteException.class);
    assertThat(things.countDocuments()).isEqualTo(3);
  }

  @Test
  void a_refused_command_changes_nothing() {
    EmbeddedServer server = start();
    MongoCollection<Document> things = things(client(server));
    things.insertMany(List.of(id(1).append("n", 1), id(2).append("n", 1)));
    assertThatThrownBy(
            () -> things.createIndex(new Document("n", 1), new IndexOptions().unique(true)))
        .isInstanceOf(MongoException.class);
    assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(1);
    things.insertOne(id(3).append("n", 1));
    assertThat(server.indexCheck("test")).isEmpty();
  }

  @Test
  void an_update_refused_as_too_large_changes_nothing() {
    EmbeddedServer server = start();
    MongoCollection<Document> things = things(client(server));
    things.createIndex(new Document("day", 1));
    things.createIndex(new Document("name", 1), new IndexOptions().unique(true));
    String half = "x".repeat(9 << 20);
    things.insertOne(id(1).append("day", 1).append("name", "old").append("text", half));
    Document tooMuch = new Document("day", 2).append("name", "new").append("more", half);
    assertThatThrownBy(() -> things.updateOne(id(1), new Document("$set", tooMuch)))
        .isInstanceOf(MongoWriteException.class);
    assertThat(server.indexCheck("test")).isEmpty();
    things.insertOne(id(2).append("day", 2).append("name", "new"));
    assertThat(things.find(new Document("day", 2)).into(new ArrayList<>())).hasSize(1);
    assertThat(things.find(new Document("day", 1)).into(new ArrayList<>())).hasSize(1);
  }

  @Test
  void a_result_larger_than_a_message_comes_in_batches() {
    MongoCollection<Document> things = things(client(start()));
    String text = "x".repeat(12 << 20);
    IntStream.range(0, 5).forEach(i -> things.insertOne(id(i).append("text", text)));
    List<Integer> ids = new ArrayList<>();
    things.find().forEach(document -> ids.add(document.getInteger("_id")));
    assertThat(ids).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void projections_work_with_and_without_a_sorting_index() {
    MongoCollection<Document> things = things(client(start()));
    IntStream.range(0, 20)
        .forEach(i -> things.insertOne(id(i).append("n", i % 7).append("text", "x")));
    Document order = new Document("n", -1).append("_id", 1);
    Supplier<List<Document>> page =
        () ->
            things
                .find()
                .projection(new Document("n", 1))
                .sort(order)
                .skip(3)
                .limit(9)
                .batchSize(2)
                .into(new ArrayList<>());
    List<Document> sortedInMemory = page.get();
    things.createIndex(order);
    assertThat(page.get())
        .isEqualTo(sortedInMemory)
        .hasSize(9)
        .startsWith(id(12).append("n", 5))
        .allMatch(document -> document.size() == 2);
    assertThat(things.find().projection(new Document("text", 0)).into(new ArrayList<>()))
        .hasSize(20)
        .startsWith(id(0).append("n", 0));
  }

  @Test
  void an_unknown_command_fails_and_the_connection_stays_open() {
    MongoClient client = client(start());
    assertThatThrownBy(() -> client.getDatabase("admin").runCommand(new Document("shutdown", 1)))
        .isInstanceOf(MongoCommandException.class)
        .hasMessageContaining("no such command");
    assertThat(client.getDatabase("admin").runCommand(new Document("ping", 1))).containsKey("ok");
  }

  @Test
  void a_full_disk_rolls_back_the_write_and_is_reported() throws Exception {
    Path file = StoreFile.prepare(folder);
    Sqlite sqlite = opened(Sqlite.open(file));
    SqliteBackend backend = new SqliteBackend(sqlite);
    CommandExecutor executor = opened(new CommandExecutor(sqlite, backend, Sqlite.LOCK_TIMEOUT));
    WireServer wire = opened(new WireServer(executor, backend));
    MongoClient client = opened(TestClients.client(wire.address(), wire.password()));
    MongoCollection<Document> things = things(client);
    things.insertOne(id("before"));
    sqlite.execute("PRAGMA max_page_count=" + sqlite.number("PRAGMA page_count"));
    List<Document> many =
        IntStream.range(0, 50)
            .mapToObj(i -> id("m" + i).append("text", "x".repeat(10_000)))
            .toList();
    assertThatThrownBy(() -> things.insertMany(many))
        .isInstanceOf(MongoException.class)
        .hasMessageContaining("is full");
    assertThat(things.find().into(new ArrayList<>())).containsExactly(id("before"));
    sqlite.execute("PRAGMA max_page_count=100000");
    things.insertMany(many);
    assertThat(things.countDocuments()).isEqualTo(51);
    assertThat(EmbeddedServer.indexCheck(file, "test")).isEmpty();
  }

  @Test
  void a_backup_works_during_use_and_never_overwrites() throws Exception {
    EmbeddedServer server = start();
    things(client(server)).insertOne(id("kept"));
    Path copies = Files.createDirectory(folder.resolve("copy"));
    Path copy = copies.resolve(StoreFile.NAME);
    server.backup(copy);
    assertThatThrownBy(() -> server.backup(copy)).isInstanceOf(StoreException.class);
    EmbeddedServer restored = opened(EmbeddedServer.start(copies));
    assertThat(things(client(restored)).find().into(new ArrayList<>())).containsExactly(id("kept"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void only_the_user_can_read_a_backup() throws Exception {
    Path copy = folder.resolve("copy.db");
    start().backup(copy);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_failed_backup_leaves_no_file() {
    Path copy = folder.resolve("not there").resolve("copy.db");
    EmbeddedServer server = start();
    assertThatThrownBy(() -> server.backup(copy))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("could not be written");
    assertThat(copy).doesNotExist();
  }

  @Test
  void damage_is_found() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start(folder);
        MongoClient client = TestClients.client(server)) {
      assertThat(server.quickCheck()).isEmpty();
      things(client)
          .insertMany(
              IntStream.range(0, 200)
                  .mapToObj(i -> id(i).append("text", "x".repeat(3_000)))
                  .toList());
    }
    byte[] bytes = Files.readAllBytes(folder.resolve(StoreFile.NAME));
    for (int i = bytes.length / 2; i < bytes.length; i++) {
      bytes[i] = 0x55;
    }
    Files.write(folder.resolve(StoreFile.NAME), bytes);
    EmbeddedServer server = start();
    assertThat(server.quickCheck()).isNotEmpty();
    assertThatThrownBy(() -> server.indexCheck("test"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("could not be checked");
    Path copy = folder.resolve("copy.db");
    assertThatThrownBy(() -> server.backup(copy)).isInstanceOf(StoreException.class);
    assertThat(copy).doesNotExist();
  }

  @Test
  void a_wrong_index_is_found() throws Exception {
    EmbeddedServer server = start();
    things(client(server)).insertMany(List.of(id(1), id(2)));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + server.file());
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM \"test.things#_id_\" WHERE pos = 1");
    }
    assertThat(server.indexCheck("test"))
        .singleElement()
        .asString()
        .contains("test.things")
        .contains("1 entries missing, 0 too many");
  }

  @Test
  void a_file_that_is_not_a_journal_is_refused_and_left_unchanged() throws Exception {
    Path file = folder.resolve(StoreFile.NAME);
    byte[] letter = "Dear diary, ".repeat(100).getBytes(StandardCharsets.UTF_8);
    Files.write(file, letter);
    assertThatThrownBy(() -> EmbeddedServer.start(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("left unchanged");
    assertThat(file).hasBinaryContent(letter);
  }

  @Test
  void a_truncated_file_is_refused_and_left_unchanged() throws Exception {
    Path file = folder.resolve(StoreFile.NAME);
    byte[] torn = new byte[4_096];
    System.arraycopy("SQLite format 3\0".getBytes(StandardCharsets.UTF_8), 0, torn, 0, 16);
    Files.write(file, torn);
    assertThatThrownBy(() -> EmbeddedServer.start(folder)).isInstanceOf(StoreException.class);
    assertThat(file).hasBinaryContent(torn);
  }

  @Test
  void another_programs_database_is_refused() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(StoreFile.NAME));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE theirs (x)");
    }
    assertThatThrownBy(() -> EmbeddedServer.start(folder)).isInstanceOf(StoreException.class);
  }

  @Test
  void a_newer_versions_file_is_refused() throws Exception {
    EmbeddedServer.start(folder).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(StoreFile.NAME));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    assertThatThrownBy(() -> EmbeddedServer.start(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void only_the_user_can_read_the_folder_and_its_files() throws Exception {
    Path own = folder.resolve("deep/data é?#");
    EmbeddedServer server = opened(EmbeddedServer.start(own));
    things(client(server)).insertOne(id(1));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");
    try (var files = Files.list(own)) {
      assertThat(files.toList())
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void an_unknown_file_system_does_not_count_as_a_network_drive() {
    String unknown = StoreFile.fileSystemType(folder.resolve("not there"));
    assertThat(unknown).isEmpty();
    assertThat(StoreFile.isNetwork(unknown)).isFalse();
    assertThat(StoreFile.fileSystemType(folder)).isNotEmpty();
  }

  @Test
  void network_drives_are_recognized() {
    assertThat(List.of("nfs4", "cifs", "smbfs", "fuse.sshfs")).allMatch(StoreFile::isNetwork);
    assertThat(List.of("ext4", "apfs", "NTFS", "tmpfs", "btrfs", "overlay"))
        .noneMatch(StoreFile::isNetwork);
  }
}
