package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.job.JobId;
import app.fragments.journal.EntryId;
import app.fragments.store.mongo.embedded.EmbeddedServer;
import com.mongodb.client.model.Indexes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes write to one file and are killed in turn while writing. `-Dtorture.seed=N` repeats
/// a run.
@Fault(1)
class KilledWritersIT {
  private static final int KILLS_BETWEEN_CHECKS = 25;
  private static final int MAX_LIFE_MILLIS = 400;

  @TempDir Path folder;

  private final Map<String, Long> revisions = new HashMap<>();
  private final Map<String, Integer> rounds = new HashMap<>();
  private final Set<String> queued = new HashSet<>();
  private int acknowledged;

  @Test
  void acknowledged_writes_survive_and_commands_are_atomic() throws Exception {
    killWriters(12);
  }

  @Test
  @Tag("torture")
  void acknowledged_writes_survive_hundreds_of_kills() throws Exception {
    killWriters(Integer.getInteger("torture.writerKills", 200));
  }

  private void killWriters(int kills) throws Exception {
    long seed = Long.getLong("torture.seed", new Random().nextInt(1_000_000));
    System.out.println("killed-writers: " + kills + " kills, -Dtorture.seed=" + seed);
    Random random = new Random(seed);
    long started = System.nanoTime();
    prepare();
    Deque<Process> writers = new ArrayDeque<>(List.of(start(), start()));
    try {
      for (int kill = 1; kill <= kills; kill++) {
        Process next = writers.removeFirst();
        kill(next, random.nextInt(MAX_LIFE_MILLIS));
        writers.addLast(start());
        if (kill % KILLS_BETWEEN_CHECKS == 0) {
          check(this::checkFile);
        }
      }
      while (!writers.isEmpty()) {
        kill(writers.removeFirst(), 0);
      }
    } finally {
      writers.forEach(Process::destroyForcibly);
    }
    check(
        stores -> {
          checkFile(stores);
          checkAcknowledged(stores);
          checkBatches(stores);
        });
    System.out.printf(
        "killed-writers: %d kills; %d writes acknowledged, %d entries, %d queued, %d batches, all"
            + " present and complete; %d s%n",
        kills + 2,
        acknowledged,
        revisions.size(),
        queued.size(),
        rounds.size(),
        (System.nanoTime() - started) / 1_000_000_000);
  }

  private void prepare() {
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(home()))) {
      stores
          .database()
          .getCollection(StoreChild.BATCHES)
          .createIndex(Indexes.ascending(StoreChild.BATCH, StoreChild.ROUND));
    }
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            StoreChild.class.getName(),
            "batch",
            home().toString(),
            "writer")
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("writers.log").toFile()))
        .start();
  }

  /// Lets it write for that long and kills it. Everything it has printed by then is stored.
  private void kill(Process writer, int afterMillis) throws IOException, InterruptedException {
    try (BufferedReader output = writer.inputReader(StandardCharsets.UTF_8)) {
      record(output.readLine());
      long end = System.nanoTime() + afterMillis * 1_000_000L;
      while (System.nanoTime() - end < 0) {
        if (output.ready()) {
          record(output.readLine());
        } else {
          LockSupport.parkNanos(1_000_000);
        }
      }
      // Process.destroyForcibly closes the pipe; the handle's does not
      writer.toHandle().destroyForcibly();
      writer.waitFor();
      output.lines().forEach(this::record);
    }
  }

  private void record(String line) {
    String[] words = line == null ? new String[0] : line.split(" ");
    if (words.length != 3 || words[1].length() != 36) {
      return; // incomplete
    }
    acknowledged++;
    switch (words[0]) {
      case "saved" -> revisions.merge(words[1], Long.valueOf(words[2]), Math::max);
      case "batch" -> rounds.merge(words[1], Integer.valueOf(words[2]), Math::max);
      default -> queued.add(words[1]);
    }
  }

  private void check(Consumer<MongoStores> checks) {
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(home()))) {
      checks.accept(stores);
    }
  }

  private void checkFile(MongoStores stores) {
    EmbeddedServer server = stores.builtIn().orElseThrow();
    assertThat(server.quickCheck()).isEmpty();
    assertThat(server.indexCheck(ConnectionUri.DEFAULT_DATABASE)).isEmpty();
  }

  private void checkAcknowledged(MongoStores stores) {
    assertThat(acknowledged).isPositive();
    assertThat(queued).allMatch(id -> stores.queue().contains(new JobId(id)));
    revisions.forEach(
        (id, revision) ->
            assertThat(stores.entries().find("ada", new EntryId(id)).orElseThrow().revision())
                .isGreaterThanOrEqualTo(revision));
  }

  /// Acknowledged or not, each batch is complete, and all its documents are from the same round.
  private void checkBatches(MongoStores stores) {
    Map<String, List<Integer>> found = new HashMap<>();
    for (Document document : stores.database().getCollection(StoreChild.BATCHES).find()) {
      found
          .computeIfAbsent(document.getString(StoreChild.BATCH), _ -> new ArrayList<>())
          .add(document.getInteger(StoreChild.ROUND));
    }
    assertThat(found.values())
        .allSatisfy(
            whole -> {
              assertThat(whole).hasSize(StoreChild.BATCH_SIZE);
              assertThat(Set.copyOf(whole)).hasSize(1);
            });
    rounds.forEach(
        (batch, round) ->
            assertThat(found.getOrDefault(batch, List.of(-1)).getFirst())
                .isGreaterThanOrEqualTo(round));
  }
}
