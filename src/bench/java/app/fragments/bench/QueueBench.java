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

/// Compares the queue with JobRunr on the same servers: the built-in store in its own process, and
/// NX-27017 if the property `bench.nx.uri` or `FRAGMENTS_BENCH_NX_URI` is set. Also measures
/// Fragments alone with a growing number of processes and completed jobs.
///
/// With the property `bench.quick` it only checks that it works.
final class QueueBench {
  private static final String NX_PROPERTY = "bench.nx.uri";
  private static final String NX_VARIABLE = "FRAGMENTS_BENCH_NX_URI";
  private static final String SERVER_HEAP = "-Xmx512m";
  private static final String ABOUT =
      """
      Fragments and JobRunr 8.7.0 (`MongoDBStorageProvider`, poll interval 5 s), each with 8 workers in one
      process, alternated on the same server in its own process. Medians of 5 runs (3 for Fragments alone), from
      the first job's start to the last one's stored end. A Fragments job does everything except generate text:
      it reads the fragments, stores and checks the answer, and saves the report. Then Fragments alone, with more
      worker processes and on stores with more completed jobs; throughput may not fall by more than a fifth.\
      """;

  private final QueueLoad load;
  private final BenchResult result;

  private QueueBench(QueueLoad load, BenchResult result) {
    this.load = load;
    this.result = result;
  }

  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset(); // print only the table and errors
    ConsoleHandler warnings = new ConsoleHandler();
    warnings.setLevel(Level.WARNING);
    Logger.getLogger("").addHandler(warnings);
    boolean quick = quick();
    BenchResult result = new BenchResult(quick ? "queue-quick" : "queue", ABOUT);
    Path folder = Files.createTempDirectory("fragments-bench");
    try {
      new QueueBench(quick ? QueueLoad.QUICK : QueueLoad.FULL, result).run(folder);
    } finally {
      result.write(); // even partial results, if a measurement failed
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
      scaling.history(server.receive());
    }
    try (ChildJvm server = server(folder.resolve("server"))) {
      String uri = server.receive();
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
