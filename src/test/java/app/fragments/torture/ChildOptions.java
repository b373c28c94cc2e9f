package app.fragments.torture;

import app.fragments.store.mongo.MongoStores;
import app.fragments.store.mongo.StoreLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The command-line options of a child process.
///
/// @param store the folder of a built-in store, or a MongoDB URI
/// @param leaseTime the queue's; heartbeats are sent five times as often
/// @param gemini the base URL of the fake Gemini
/// @param point where to block until killed, or null
/// @param occurrence the nth time the point is reached, from 1
/// @param drains whether it finishes its current job after SIGTERM
record ChildOptions(
    String store,
    Duration leaseTime,
    String gemini,
    KillPoint point,
    int occurrence,
    boolean drains) {
  private static final String NO_POINT = "-";

  static ChildOptions parse(String[] words) {
    return new ChildOptions(
        words[0],
        Duration.parse(words[1]),
        words[2],
        words[3].equals(NO_POINT) ? null : KillPoint.valueOf(words[3]),
        Integer.parseInt(words[4]),
        Boolean.parseBoolean(words[5]));
  }

  List<String> arguments() {
    return List.of(
        store,
        leaseTime.toString(),
        gemini,
        point == null ? NO_POINT : point.name(),
        Integer.toString(occurrence),
        Boolean.toString(drains));
  }

  ChildOptions heldAt(KillPoint newPoint, int newOccurrence) {
    return new ChildOptions(store, leaseTime, gemini, newPoint, newOccurrence, drains);
  }

  ChildOptions draining(boolean value) {
    return new ChildOptions(store, leaseTime, gemini, point, occurrence, value);
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
