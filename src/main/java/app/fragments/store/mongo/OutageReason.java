package app.fragments.store.mongo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a store cannot be reached, as far as the driver tells: what the network said, which names no
/// password.
final class OutageReason {
  /// In the driver's description of servers that it looked for in vain.
  private static final Pattern NETWORK_ERROR =
      Pattern.compile("\\{((?:java|javax)\\.[\\w.]*?(\\w+)(?:: ([^{}]*))?)}");

  private OutageReason() {}

  /// Such as `ConnectException: Connection refused`; where the network said nothing, the name of
  /// what the driver threw.
  static String of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String type = cause.getClass().getName();
      if (type.startsWith("java.net.") || type.startsWith("javax.net.")) {
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
      }
    }
    Matcher found = NETWORK_ERROR.matcher(String.valueOf(thrown.getMessage()));
    return found.find()
        ? found.group(2) + ": " + found.group(3)
        : thrown.getClass().getSimpleName();
  }
}
