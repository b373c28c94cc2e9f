package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the window while somebody types. What was typed more than two seconds before is in the
/// journal after the next start. `-Dtorture.seed=N` repeats a run.
@Fault(1)
class KilledWhileTypingIT {
  private static final Duration MAX_LOSS = Duration.ofSeconds(2);
  private static final String USER = "ada";
  private static final int MIN_LIFE_MILLIS = 200;
  private static final int MAX_LIFE_MILLIS = 6_000;

  @TempDir Path folder;

  /// How many words each killed window had typed two seconds before it was killed.
  private final List<Integer> typed = new ArrayList<>();

  @Test
  void at_most_the_last_two_seconds_are_lost() throws Exception {
    kill(4);
  }

  @Test
  @Tag("torture")
  void at_most_the_last_two_seconds_are_lost_in_a_hundred_kills() throws Exception {
    kill(Integer.getInteger("torture.typingKills", 100));
  }

  private void kill(int kills) throws Exception {
    long seed = Long.getLong("torture.seed", new Random().nextInt(1_000_000));
    Random random = new Random(seed);
    System.out.println("killed-while-typing: " + kills + " kills, -Dtorture.seed=" + seed);
    for (int kill = 1; kill <= kills; kill++) {
      int life = MIN_LIFE_MILLIS + random.nextInt(MAX_LIFE_MILLIS - MIN_LIFE_MILLIS);
      typed.add(typeAndKill("Kill " + kill, life));
    }
    recover();
    check(kills);
  }

  /// @return the words that were typed two seconds before the kill
  private int typeAndKill(String title, int lifeMillis) throws IOException, InterruptedException {
    Process window = start(title);
    List<Long> times = new ArrayList<>();
    try (BufferedReader words = window.inputReader()) {
      assertThat(words.readLine()).as("see " + folder.resolve("windows.log")).isEqualTo("1");
      times.add(System.nanoTime());
      long end = times.getFirst() + lifeMillis * 1_000_000L;
      while (System.nanoTime() < end) {
        if (words.ready()) {
          words.readLine();
          times.add(System.nanoTime());
        } else {
          LockSupport.parkNanos(1_000_000);
        }
      }
      long killed = System.nanoTime();
      // Process.destroyForcibly closes the pipe; the handle's does not
      window.toHandle().destroyForcibly();
      window.waitFor();
      return (int) times.stream().filter(t -> killed - t > MAX_LOSS.toNanos()).count();
    } finally {
      window.destroyForcibly();
    }
  }

  private Process start(String title) throws IOException {
    ProcessBuilder window =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            TypingRobot.class.getName(),
            title);
    window.environment().put("FRAGMENTS_HOME", home().toString());
    window.environment().put("FRAGMENTS_USER", USER);
    return window
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("windows.log").toFile()))
        .start();
  }

  /// Starts the window once more and waits until it has saved what the others left.
  private void recover() throws IOException, InterruptedException {
    Process window = start("Recovery");
    try (BufferedReader words = window.inputReader()) {
      assertThat(words.readLine()).isEqualTo("1");
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (leftOver() > 1) { // its own
        assertThat(System.nanoTime()).as("recovery takes too long").isLessThan(end);
        LockSupport.parkNanos(10_000_000);
      }
    } finally {
      window.toHandle().destroyForcibly();
      window.waitFor();
    }
  }

  private long leftOver() throws IOException {
    if (!Files.exists(home().resolve("recovery"))) {
      return 0;
    }
    try (Stream<Path> drafts = Files.walk(home().resolve("recovery"))) {
      return drafts.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  private void check(int kills) {
    try (MongoStores stores = MongoStores.open(new StoreLocation.BuiltIn(home()))) {
      Map<String, List<String>> texts =
          stores
              .entries()
              .pages(USER, EntryFilter.ALL, 200)
              .flatMap(List::stream)
              .map(header -> stores.entries().find(USER, header.id()).orElseThrow())
              .collect(
                  Collectors.groupingBy(
                      Entry::title, Collectors.mapping(Entry::text, Collectors.toList())));
      for (int kill = 1; kill <= kills; kill++) {
        List<String> found = texts.getOrDefault("Kill " + kill, List.of(""));
        assertThat(found).as("kill " + kill).hasSize(1);
        String text = found.getFirst();
        int wanted = typed.get(kill - 1);
        assertThat(text).as("kill " + kill).startsWith(words(wanted));
        assertThat(words(wanted + MAX_LIFE_MILLIS)).as("kill " + kill).startsWith(text);
      }
      assertThat(texts).hasSizeLessThanOrEqualTo(kills + 1);
    }
  }

  private static String words(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "w" + i + " ")
        .collect(Collectors.joining());
  }

  private Path home() {
    return folder.resolve("home");
  }
}
