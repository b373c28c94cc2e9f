package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A command in a request; `name` is the library's name for it.
record ServerCommand(String database, String name, Document body) {
  private static final Set<String> WRITES =
      names(
          "insert update delete findAndModify create createIndexes drop dropIndexes dropDatabase");

  /// The other supported commands. The library knows a few more, and logs those it does not know.
  private static final Set<String> READS =
      names(
          """
          find count distinct aggregate getMore killCursors listCollections listIndexes
          listDatabases collStats dbStats validate ping buildInfo serverStatus endSessions\
          """);

  private static final Set<String> HANDSHAKES = Set.of("hello", "isMaster", "ismaster");

  private static final Map<String, String> ALIASES =
      Map.of("buildinfo", "buildInfo", "findandmodify", "findAndModify", "dbstats", "dbStats");

  private static Set<String> names(String list) {
    return Set.of(list.split("\\s+"));
  }

  static Optional<ServerCommand> of(String database, Document body) {
    return body.keySet().stream()
        .findFirst()
        .map(name -> new ServerCommand(database, ALIASES.getOrDefault(name, name), body));
  }

  boolean isKnown() {
    return isHandshake() || READS.contains(name) || WRITES.contains(name);
  }

  /// Whether it only asks what the server can do.
  boolean isHandshake() {
    return HANDSHAKES.contains(name);
  }

  /// Whether it may write; an aggregation may end in a collection.
  boolean writes() {
    return WRITES.contains(name)
        || (name.equals("aggregate") && SqliteMongoDatabase.CountPipeline.of(body).isEmpty());
  }
}
