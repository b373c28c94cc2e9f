package app.fragments.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells requests for this endpoint from those that a foreign web page sends to it under a name of
/// its own that it had resolve to this machine (DNS rebinding): the page cannot choose `Host`.
///
/// Admitted are the loopback interface's names and the address the connection came in at, with the
/// endpoint's port, and the names that were allowed, with any port.
final class HostCheck {
  private static final int USUAL_PORT = 80;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[^:\\[\\]@/\\s]{1,255})(?::([0-9]{1,5}))?");

  private final int port;
  private final Set<String> allowed;

  /// @param allowed further names, without a port
  HostCheck(int port, Set<String> allowed) {
    this.port = port;
    this.allowed =
        allowed.stream().map(HostCheck::lowerCase).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether the values of `Host` are one that is admitted.
  ///
  /// @param local the address the connection came in at
  boolean admits(@Nullable List<String> hosts, InetAddress local) {
    return hosts != null && hosts.size() == 1 && admits(hosts.getFirst(), local);
  }

  boolean admits(String authority, InetAddress local) {
    Matcher parts = FORM.matcher(authority);
    if (!parts.matches()) {
      return false;
    }
    String name = lowerCase(parts.group(1));
    @Nullable String digits = parts.group(2);
    int asked = digits == null ? USUAL_PORT : Integer.parseInt(digits);
    return allowed.contains(name)
        || (asked == port && (LOOPBACK.contains(name) || isAddress(name, local)));
  }

  private static boolean isAddress(String name, InetAddress local) {
    try {
      return InetAddress.ofLiteral(name.replaceAll("^\\[|]$", "")).equals(local);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
