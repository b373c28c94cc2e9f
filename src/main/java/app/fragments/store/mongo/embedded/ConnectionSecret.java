package app.fragments.store.mongo.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What a client must know to be let in: drawn anew by each process, and kept in its memory only.
final class ConnectionSecret {
  static final String USER = "fragments";
  private static final int BYTES = 32;

  private final String password;

  private ConnectionSecret(String password) {
    this.password = password;
  }

  static ConnectionSecret draw() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new ConnectionSecret(HexFormat.of().formatHex(random));
  }

  char[] password() {
    return password.toCharArray();
  }

  /// Whether a client's message (RFC 4616: authorization identity, user, password) has it. How long
  /// the answer takes tells nothing about the secret.
  boolean isIn(byte[] payload) {
    return MessageDigest.isEqual(payload, message(""))
        || MessageDigest.isEqual(payload, message(USER));
  }

  private byte[] message(String authorizationIdentity) {
    return String.join("\0", authorizationIdentity, USER, password)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
