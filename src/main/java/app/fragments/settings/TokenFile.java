package app.fragments.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The bearer token of `serve`, in a file that only its owner may read.
///
/// @param path usually [DataFolder#tokenFile()]
public record TokenFile(Path path) {
  private static final int BYTES = 32;

  /// The token, created on first use.
  ///
  /// @throws SecretStoreException if the file can't be read or created
  public String readOrCreate() {
    try {
      if (!Files.exists(path)) {
        PrivateFiles.createOnce(path, (random() + "\n").getBytes(StandardCharsets.US_ASCII));
      }
      PrivateFiles.makePrivate(path);
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new SecretStoreException("Can't read or create the token file " + path, e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
