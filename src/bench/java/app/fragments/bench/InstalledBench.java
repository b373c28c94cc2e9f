package app.fragments.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/// Measures the packaged program: time to a usable list, memory, size. Needs the image built by
/// `./mvnw -B -Pinstaller verify`, Xvfb and xdotool; without them it says so and measures nothing.
final class InstalledBench {
  private static final int RUNS = 10;
  private static final int REPORTS = 20;
  private static final int ENTRIES_A_DAY = 5;
  private static final double MEGABYTE = 1e6;
  private static final double MILLIS = 1e6;
  private static final int DISPLAY_NUMBER = 93;
  private static final Duration SETTLE = Duration.ofSeconds(4);
  private static final String ABOUT =
      """
      The packaged program under Xvfb, alternated with a bare JavaFX window with a list of 200 rows that is
      packaged the same way (its own jar and AOT cache, the same runtime and options). Medians of 10. Times are
      from process start to a list that is drawn and usable.\
      """;

  private final Path folder;
  private final String display;
  private final PackagedImage image = PackagedImage.built();
  private final BenchResult result = new BenchResult("installed", ABOUT);

  private InstalledBench(Path folder, String display) {
    this.folder = folder;
    this.display = display;
  }

  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset(); // print only the table
    if (!PackagedImage.isThere() || !has("Xvfb") || !has("xdotool")) {
      System.out.println(
          "\n  !! NOT MEASURED: the packaged program. It takes ./mvnw -B -Pinstaller verify before,"
              + " Xvfb and xdotool\n");
      return;
    }
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "installed-bench");
    String display = ":" + DISPLAY_NUMBER;
    Process screen =
        new ProcessBuilder("Xvfb", display, "-screen", "0", "1440x900x24")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      InstalledBench bench = new InstalledBench(folder, display);
      bench.run();
      bench.result.write();
      BenchmarksPage.update();
    } finally {
      screen.destroy();
      delete(folder);
    }
  }

  private static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  private void run() throws Exception {
    List<String> bare = PackagedImage.bareWindow(folder, display);
    PackagedImage plain = image.withoutCache(folder.resolve("without-cache"));
    Path journal = folder;
    for (int entries : new int[] {0, 1_000, 10_000}) {
      journal = journal(entries);
      starts(entries, journal, bare, plain);
    }
    memory(journal);
    commands(journal);
    sizes();
  }

  /// A data folder with this many entries, the newest dated today.
  private Path journal(int entries) throws Exception {
    Path home = Files.createDirectory(folder.resolve("home-" + entries));
    List<Map<String, Object>> written = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      written.add(
          Map.of(
              "title",
              "Entry " + i,
              "body",
              "Shipped part " + i + " of the importer, " + i % 97 + " entries in 4 s.",
              "date",
              LocalDate.now().minusDays(i / ENTRIES_A_DAY).toString(),
              "time",
              LocalTime.of(9 + i % ENTRIES_A_DAY, i % 60).toString(),
              "tags",
              List.of("@part" + i % 7),
              "starred",
              false));
    }
    if (entries > 0) {
      Path file = folder.resolve("journal-" + entries + ".json");
      new ObjectMapper().writeValue(file.toFile(), Map.of("tags", Map.of(), "entries", written));
      command(home, "import", file.toString());
    }
    return home;
  }

  private void starts(int entries, Path home, List<String> bare, PackagedImage plain)
      throws Exception {
    double[] ours = new double[RUNS];
    double[] without = new double[RUNS];
    double[] theirs = new double[RUNS];
    for (int run = -1; run < RUNS; run++) { // the first run warms the disk cache
      double cached = start(image, home);
      double uncached = start(plain, home);
      double bareTime = startBare(bare);
      if (run >= 0) {
        ours[run] = cached;
        without[run] = uncached;
        theirs[run] = bareTime;
      }
    }
    String what = "%,d entries: ".formatted(entries);
    double median = BenchResult.median(ours);
    result.add(what + "start to a usable list", median, "ms", "");
    result.add(what + "the same without the AOT cache", BenchResult.median(without), "ms", "");
    result.add(what + "a bare window", BenchResult.median(theirs), "ms", "");
    result.add(
        what + "ours to the bare window",
        median / BenchResult.median(theirs),
        "times",
        entries == 10_000 ? "<= 1.55" : "");
  }

  private double start(PackagedImage started, Path home) throws Exception {
    try (RunningProgram program = RunningProgram.start(started, home, display)) {
      return program.untilList();
    }
  }

  private double startBare(List<String> bare) throws Exception {
    try (RunningProgram program = RunningProgram.start(bare, folder, display)) {
      return program.untilItSpeaks();
    }
  }

  /// Weaves this week repeatedly with the keyboard, in a window with 10,000 entries.
  private void memory(Path home) throws Exception {
    try (RunningProgram program = RunningProgram.start(image, home, display)) {
      program.untilList();
      settle();
      result.add("10,000 entries: resident, idle", program.resident(), "MB", "<= 300");
      keys("ctrl+shift+w");
      for (int report = 1; report <= REPORTS; report++) {
        settle();
        keys("ctrl+Return");
        program.await("saving its report", report);
        if (report == 1) {
          settle();
          result.add("resident after the first report", program.resident(), "MB", "");
        }
      }
      settle();
      result.add("resident after " + REPORTS + " reports", program.resident(), "MB", "");
    }
  }

  private static void settle() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
  }

  private void keys(String keys) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "xdotool",
            "search",
            "--onlyvisible",
            "--name",
            "^Fragments$",
            "windowfocus",
            "key",
            keys);
    builder.environment().put("DISPLAY", display);
    if (builder.start().waitFor() != 0) {
      throw new IOException("xdotool could not press " + keys);
    }
  }

  private void commands(Path home) throws Exception {
    double[] millis = new double[RUNS];
    for (int run = -1; run < RUNS; run++) {
      long before = System.nanoTime();
      command(home, "list", "--limit", "10", "--json");
      if (run >= 0) {
        millis[run] = (System.nanoTime() - before) / MILLIS;
      }
    }
    result.add("fragments list --limit 10 --json", BenchResult.median(millis), "ms", "");
  }

  private void command(Path home, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(image.launcher().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("FRAGMENTS_HOME", home.toString());
    if (builder.start().waitFor() != 0) {
      throw new IOException(command + " failed");
    }
  }

  private void sizes() throws IOException {
    for (Path file : PackagedImage.packages()) {
      result.add(
          String.valueOf(file.getFileName()),
          Files.size(file) / MEGABYTE,
          "MB",
          file.toString().endsWith(".deb") ? "<= 80" : "");
    }
    result.add("installed", image.size() / MEGABYTE, "MB", "");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
