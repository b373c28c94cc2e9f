package app.fragments.bench;

import app.fragments.store.mongo.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.logging.LogManager;

/// The built-in store in its own process: prints its address and runs until its input ends.
final class ServerChild {
  private ServerChild() {}

  /// @param args the store's folder
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset();
    try (EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]))) {
      System.out.println(uri(server));
      while (System.in.read() >= 0) {
        // until the parent closes it
      }
    }
  }

  /// A connection string of a built-in store, with its password.
  static String uri(EmbeddedServer server) {
    return "mongodb://%s:%s@%s:%d/fragments?authMechanism=PLAIN&authSource=$external&retryWrites=false"
        .formatted(
            server.user(),
            new String(server.password()),
            server.address().getHostString(),
            server.address().getPort());
  }
}
