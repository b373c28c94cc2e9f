package app.fragments.bench;

import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.LogManager;

/// One worker in a process of its own. It prints `ready`; at each line of its input, the number of
/// jobs there are, it works until the queue is empty, and prints when its first job began and its
/// last one ended, by [System#nanoTime], which all processes of a machine share, and how many it
/// had.
final class WorkerChild {
  private WorkerChild() {}

  /// @param args a URI, or the folder of a built-in store to open a server of its own on
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
