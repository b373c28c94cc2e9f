package app.fragments.mongo.embedded;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What a client must know to be let in: drawn anew by each process, and kept in its memory only.
final class Secret {
  static final String USER = "fragments";
  private static final int BYTES = 32;

  private final String password;

  private Secret(String password) {
    this.password = password;
  }

  static Secret draw() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new Secret(HexFormat.of().formatHex(random));
  }

  char[] password() {
    return password.toCharArray();
  }

  /// What a client sends to authenticate: RFC 4616's message without an authorization identity.
  byte[] plainPayload() {
    return ("\0" + USER + "\0" + password).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
