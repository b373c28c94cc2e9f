package app.fragments.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// This machine's name, for display. The system may ask the network for it, so it is looked up in
/// the background.
public record HostName(CompletableFuture<String> name) {
  /// Takes the name from the environment or starts to look it up.
  public static HostName of(Environment environment) {
    Optional<String> known = environment.get("HOSTNAME").or(() -> environment.get("COMPUTERNAME"));
    return new HostName(
        known.isPresent()
            ? CompletableFuture.completedFuture(known.get())
            : CompletableFuture.supplyAsync(
                HostName::lookUp, Thread.ofVirtual().name("host-name")::start));
  }

  /// Waits for the name.
  public String get() {
    return name.join();
  }

  /// The name if it is known yet. Never waits.
  public Optional<String> ifKnown() {
    return Optional.ofNullable(name.getNow(null));
  }

  private static String lookUp() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unnamed";
    }
  }
}
