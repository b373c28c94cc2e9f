package app.fragments.store.mongo;

import app.fragments.store.StoreException;
import com.mongodb.ConnectionString;
import com.mongodb.spi.dns.DnsClient;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses MongoDB connection strings, and removes their passwords.
final class ConnectionUri {
  static final String DEFAULT_DATABASE = "fragments";

  private static final String HOST = "(?:\\[[^]/?@]*]|[^:/?@,\\[]+)(?::\\d+)?";

  /// Only a URI of exactly this form may have an @ in its options.
  private static final Pattern WITH_OPTIONS =
      Pattern.compile(
          "(?s)(mongodb(?:\\+srv)?://)(?:[^/?@]*@)?(%1$s(?:,%1$s)*/[^:/?@]*)\\?[A-Za-z]+=.*"
              .formatted(HOST));

  private static final Pattern CREDENTIALS = Pattern.compile("(?s)//.*@");
  private static final Pattern OPTIONS = Pattern.compile("(?s)\\?.*");

  private ConnectionUri() {}

  /// @throws StoreException if it is invalid; the message never contains its password
  /// @throws StoreUnavailableException if DNS does not respond
  static ConnectionString parse(String uri) {
    return parse(uri, null);
  }

  static ConnectionString parse(String uri, @Nullable DnsClient dns) {
    try {
      return DriverErrors.translating(() -> new ConnectionString(uri.strip(), dns));
    } catch (IllegalArgumentException e) {
      // the driver's own message may quote the password
      throw new StoreException(
          "Not a MongoDB address: "
              + withoutSecret(uri)
              + ". It starts with mongodb:// or mongodb+srv://, and special characters in a user"
              + " name or password are percent-encoded.",
          null);
    }
  }

  static String database(ConnectionString uri) {
    return Objects.requireNonNullElse(uri.getDatabase(), DEFAULT_DATABASE);
  }

  /// Scheme, hosts and database; no user, password or options.
  static String withoutSecret(String uri) {
    String stripped = uri.strip();
    Matcher well = WITH_OPTIONS.matcher(stripped);
    if (well.matches()) {
      return well.group(1) + well.group(2);
    }
    // in this order: a ? in a password does not start the options
    String withoutCredentials = CREDENTIALS.matcher(stripped).replaceFirst("//");
    return OPTIONS.matcher(withoutCredentials).replaceFirst("");
  }
}
