package app.fragments.store.mongo.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The password of a server: random, and only in the memory of its process.
final class ConnectionSecret {
  static final String USER = "fragments";
  private static final int BYTES = 32;

  private final String password;

  ConnectionSecret() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    password = HexFormat.of().formatHex(random);
  }

  char[] password() {
    return password.toCharArray();
  }

  /// Whether a client's message (RFC 4616: authorization identity, user, password) contains it.
  /// Takes the same time for every wrong password.
  boolean matches(byte[] payload) {
    return MessageDigest.isEqual(payload, message(""))
        || MessageDigest.isEqual(payload, message(USER));
  }

  private byte[] message(String authorizationIdentity) {
    return String.join("\0", authorizationIdentity, USER, password)
        .getBytes(StandardCharsets.UTF_8);
  }
}
