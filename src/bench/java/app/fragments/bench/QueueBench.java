package app.fragments.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The queue beside JobRunr's, each on the same servers: the built-in store in a process of its
/// own, and NX-27017 where the property `bench.nx.uri` or `FRAGMENTS_BENCH_NX_URI` says where it
/// runs; and ours by itself with ever more processes and history.
///
/// With the property `bench.quick` it only shows that it works.
final class QueueBench {
  private static final String NX_PROPERTY = "bench.nx.uri";
  private static final String NX_VARIABLE = "FRAGMENTS_BENCH_NX_URI";
  private static final String SERVER_HEAP = "-Xmx512m";
  private static final String ABOUT =
      """
      Ours beside JobRunr 8.7.0 (`MongoDBStorageProvider`, poll interval 5 s), each with 8 workers in one
      process, in turns on the same server, which is a process of its own: medians of 5 runs (3 of ours alone), from the
      first job's begin to the last one's stored end. A job of ours is a whole weaving but for the
      generator, which answers at once: its fragments are read, its answer is stored, checked and kept as a
      report. Then ours alone, with more worker processes and on stores in which more jobs were done before,
      where throughput may not fall by more than a fifth.\
      """;

  private final QueueLoad load;
  private final BenchResult result;

  private QueueBench(QueueLoad load, BenchResult result) {
    this.load = load;
    this.result = result;
  }

  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset(); // the table, and what goes wrong
    ConsoleHandler warnings = new ConsoleHandler();
    warnings.setLevel(Level.WARNING);
    Logger.getLogger("").addHandler(warnings);
    boolean quick = quick();
    BenchResult result = new BenchResult(quick ? "queue-quick" : "queue", ABOUT);
    Path folder = Files.createTempDirectory("fragments-bench");
    try {
      new QueueBench(quick ? QueueLoad.QUICK : QueueLoad.FULL, result).run(folder);
    } finally {
      result.write(); // also what was measured before something went wrong
      delete(folder);
    }
    if (!quick) {
      BenchmarksPage.update();
    }
  }

  private static boolean quick() {
    String quick = System.getProperty("bench.quick", "false");
    return quick.isEmpty() || Boolean.parseBoolean(quick);
  }

  private void run(Path folder) throws Exception {
    ScalingBench scaling = new ScalingBench(load, result);
    try (ChildJvm server = server(folder.resolve("history"))) {
      scaling.history(server.hear());
    }
    try (ChildJvm server = server(folder.resolve("server"))) {
      String uri = server.hear();
      sideBySide("built-in", uri);
      scaling.processesOn(uri);
    }
    scaling.processesIn(folder.resolve("file"));
    Optional<String> nx = nx();
    if (nx.isPresent()) {
      sideBySide("NX-27017", nx.get());
    } else {
      System.out.printf(
          "%n  !! NOT MEASURED on NX-27017: neither -D%s nor %s says where it runs%n%n",
          NX_PROPERTY, NX_VARIABLE);
    }
  }

  private static ChildJvm server(Path folder) throws IOException {
    return ChildJvm.start(List.of(SERVER_HEAP), ServerChild.class, folder.toString());
  }

  private static Optional<String> nx() {
    return Stream.of(System.getProperty(NX_PROPERTY), System.getenv(NX_VARIABLE))
        .filter(uri -> uri != null && !uri.isBlank())
        .findFirst();
  }

  private void sideBySide(String server, String uri) throws Exception {
    try (FragmentsJobs ours = FragmentsJobs.on(uri);
        JobRunrJobs theirs = JobRunrJobs.on(uri)) {
      new SideBySide(server, ours, theirs, load, result).run();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
