package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A request to run a command.
///
/// @param database the database it is for
/// @param name as the library knows it
/// @param body the whole command
record ServerCommand(String database, String name, Document body) {
  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findAndModify",
          "create",
          "createIndexes",
          "drop",
          "dropIndexes",
          "dropDatabase");

  /// What is carried out at all. The library knows a few more, and logs what it does not know.
  private static final Set<String> READS =
      Set.of(
          "find",
          "count",
          "distinct",
          "aggregate",
          "getMore",
          "killCursors",
          "listCollections",
          "listIndexes",
          "listDatabases",
          "collStats",
          "dbStats",
          "validate",
          "ping",
          "buildInfo",
          "serverStatus",
          "endSessions");

  private static final Set<String> HANDSHAKES = Set.of("hello", "isMaster", "ismaster");

  private static final Map<String, String> OTHER_NAMES =
      Map.of("buildinfo", "buildInfo", "findandmodify", "findAndModify", "dbstats", "dbStats");

  /// The command in a message's body.
  static Optional<ServerCommand> of(String database, Document body) {
    return body.keySet().stream()
        .findFirst()
        .map(name -> OTHER_NAMES.getOrDefault(name, name))
        .map(name -> new ServerCommand(database, name, body));
  }

  boolean isKnown() {
    return isHandshake() || READS.contains(name) || WRITES.contains(name);
  }

  /// Whether it is the greeting that tells a client what the server can do; it touches no data.
  boolean isHandshake() {
    return HANDSHAKES.contains(name);
  }

  /// Whether it may write. An aggregation may end in a collection.
  boolean writes() {
    return WRITES.contains(name) || (name.equals("aggregate") && CountPipeline.of(body).isEmpty());
  }
}
