package app.fragments.torture;

import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The command line of a child process.
///
/// @param store the folder of a built-in store, or a MongoDB's URI
/// @param leaseTime of the queue; five heartbeats fit into it
/// @param gemini the base URL of the generator
/// @param point where it waits to be killed, or null
/// @param arrival which arrival at the point counts, from 1
/// @param drains whether it finishes its running job on SIGTERM
record ChildOptions(
    String store, Duration leaseTime, String gemini, KillPoint point, int arrival, boolean drains) {
  private static final String NOWHERE = "-";

  static ChildOptions parse(String[] words) {
    return new ChildOptions(
        words[0],
        Duration.parse(words[1]),
        words[2],
        words[3].equals(NOWHERE) ? null : KillPoint.valueOf(words[3]),
        Integer.parseInt(words[4]),
        Boolean.parseBoolean(words[5]));
  }

  List<String> words() {
    return List.of(
        store,
        leaseTime.toString(),
        gemini,
        point == null ? NOWHERE : point.name(),
        Integer.toString(arrival),
        Boolean.toString(drains));
  }

  ChildOptions heldAt(KillPoint where, int when) {
    return new ChildOptions(store, leaseTime, gemini, where, when, drains);
  }

  ChildOptions draining(boolean value) {
    return new ChildOptions(store, leaseTime, gemini, point, arrival, value);
  }

  boolean isBuiltIn() {
    return !store.startsWith("mongodb");
  }

  MongoStores open() {
    return MongoStores.open(
        isBuiltIn() ? new StoreLocation.BuiltIn(Path.of(store)) : new StoreLocation.Remote(store),
        leaseTime);
  }

  Duration heartbeat() {
    return leaseTime.dividedBy(5);
  }
}
