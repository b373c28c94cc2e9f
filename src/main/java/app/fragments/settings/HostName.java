package app.fragments.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// This machine's name, for people to tell machines apart. It is found out in the background, since
/// the system may ask the network for it.
public final class HostName {
  /// For a machine that does not know its own name.
  private static final String UNKNOWN = "unnamed";

  private final CompletableFuture<String> name;

  private HostName(CompletableFuture<String> name) {
    this.name = name;
  }

  /// Begins to find it out: what the environment says, else what the system says.
  public static HostName of(Environment environment) {
    return new HostName(
        environment
            .get("HOSTNAME")
            .or(() -> environment.get("COMPUTERNAME"))
            .map(CompletableFuture::completedFuture)
            .orElseGet(
                () ->
                    CompletableFuture.supplyAsync(
                        HostName::ask, Thread.ofVirtual().name("host-name")::start)));
  }

  /// The name; waits until it is known.
  public String get() {
    return name.join();
  }

  /// The name where it is known already; never waits.
  public Optional<String> ifKnown() {
    return Optional.ofNullable(name.getNow(null));
  }

  private static String ask() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }
}
