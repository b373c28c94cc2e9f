package app.fragments.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Defends against DNS rebinding: a malicious web page makes its own name resolve to this machine,
/// but it cannot choose the `Host` header.
///
/// Admits the loopback names and the address the connection came in on, with this server's port,
/// and explicitly allowed names with any port.
final class HostCheck {
  private static final int DEFAULT_PORT = 80;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[^:\\[\\]@/\\s]{1,255})(?::([0-9]{1,5}))?");

  private final int port;
  private final Set<String> allowed;

  /// @param allowed further names, without a port
  HostCheck(int port, Set<String> allowed) {
    this.port = port;
    this.allowed =
        allowed.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /// Whether the `Host` header has exactly one value and it is admitted.
  ///
  /// @param local the address the connection came in on
  boolean admits(@Nullable List<String> hosts, InetAddress local) {
    return hosts != null && hosts.size() == 1 && admits(hosts.getFirst(), local);
  }

  boolean admits(String authority, InetAddress local) {
    Matcher parts = FORM.matcher(authority);
    if (!parts.matches()) {
      return false;
    }
    String name = parts.group(1).toLowerCase(Locale.ROOT);
    @Nullable String digits = parts.group(2);
    int requested = digits == null ? DEFAULT_PORT : Integer.parseInt(digits);
    return allowed.contains(name)
        || (requested == port && (LOOPBACK.contains(name) || isAddress(name, local)));
  }

  private static boolean isAddress(String name, InetAddress local) {
    try {
      return InetAddress.ofLiteral(name.replaceAll("^\\[|]$", "")).equals(local);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
