package app.fragments.bench;

import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.LogManager;

/// One worker in its own process. Prints `ready`. For each input line (the number of jobs), it runs
/// jobs until the queue is empty, then prints when its first job started and its last one ended, by
/// [System#nanoTime] (shared by all processes of a machine), and how many it ran.
final class WorkerChild {
  private WorkerChild() {}

  /// @param args a URI, or the folder of a built-in store to open
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset();
    StoreLocation location =
        args[0].startsWith("mongodb:")
            ? new StoreLocation.Remote(args[0])
            : new StoreLocation.BuiltIn(Path.of(args[0]));
    try (MongoStores stores = MongoStores.open(location);
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("ready");
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        JobProbe probe = new JobProbe(Integer.parseInt(line), Duration.ZERO);
        FragmentsJobs.runUntilEmpty(stores, probe);
        System.out.println(probe.firstBegun() + " " + probe.lastEnded() + " " + probe.ended());
      }
    }
  }
}
