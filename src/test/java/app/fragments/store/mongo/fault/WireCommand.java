package app.fragments.store.mongo.fault;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/// A command on its way to a server.
///
/// @param document the whole command; its first key is the name
public record WireCommand(BsonDocument document) {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("hello", "ismaster", "saslstart", "saslcontinue", "buildinfo");

  /// All commands of that name, such as `findAndModify`.
  public static Predicate<WireCommand> named(String name) {
    return command -> command.name().equals(name);
  }

  public String name() {
    return document.getFirstKey();
  }

  /// Whether it is about this collection.
  public boolean isOn(String collection) {
    BsonValue target = document.get(name());
    return target.isString() && target.asString().getValue().equals(collection);
  }

  /// Whether it is a handshake or authentication.
  boolean isHandshake() {
    return OF_THE_CONNECTION.contains(name().toLowerCase(Locale.ROOT));
  }
}
