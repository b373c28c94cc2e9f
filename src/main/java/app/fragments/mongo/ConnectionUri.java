package app.fragments.mongo;

import app.fragments.journal.StoreException;
import com.mongodb.ConnectionString;
import java.util.Objects;
import java.util.regex.Pattern;

/// A MongoDB connection string: read, and shown without its password.
final class ConnectionUri {
  static final String DEFAULT_DATABASE = "fragments";

  private static final Pattern CREDENTIALS = Pattern.compile("//.*@");
  private static final Pattern OPTIONS = Pattern.compile("\\?.*");

  private ConnectionUri() {}

  /// @throws StoreException for what is no connection string; the message never has its password
  static ConnectionString parse(String uri) {
    try {
      return new ConnectionString(uri.strip());
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
    String withoutOptions = OPTIONS.matcher(uri.strip()).replaceFirst("");
    return CREDENTIALS.matcher(withoutOptions).replaceFirst("//");
  }
}
