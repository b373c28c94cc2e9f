package app.fragments.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The bearer token of `serve`, in a file that only its owner may read.
public record TokenFile(Path path) {
  private static final int BYTES = 32;

  /// The token, created on first use.
  ///
  /// @throws SecretStoreException if the file can't be read or created
  public String readOrCreate() {
    try {
      if (!Files.exists(path)) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random) + "\n";
        PrivateFiles.createOnce(path, token.getBytes(StandardCharsets.US_ASCII));
      }
      PrivateFiles.makePrivate(path);
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new SecretStoreException("Can't read or create the token file " + path, e);
    }
  }
}
