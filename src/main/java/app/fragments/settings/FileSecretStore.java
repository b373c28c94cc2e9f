package app.fragments.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Secrets in a file that only the user may read, for systems without a keychain.
public final class FileSecretStore implements SecretStore {
  private final Path path;
  private final JsonFile file;

  /// @param path usually [DataFolder#secretsFile()]
  public FileSecretStore(Path path) {
    this.path = path;
    this.file = new JsonFile(path);
  }

  @Override
  public Optional<String> read(Secret secret) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    return Optional.ofNullable(file.read().text(name(secret)));
  }

  @Override
  public synchronized void write(Secret secret, String value) {
    write(file.read().put(name(secret), value));
  }

  @Override
  public synchronized void remove(Secret secret) {
    if (read(secret).isPresent()) {
      JsonObject json = file.read();
      json.remove(name(secret));
      write(json);
    }
  }

  private void write(JsonObject json) {
    try {
      file.write(json);
    } catch (IOException e) {
      throw new SecretStoreException("The file " + path + " cannot be written", e);
    }
  }

  private static String name(Secret secret) {
    return secret.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String place() {
    return path.toString();
  }

  @Override
  public boolean isKeychain() {
    return false;
  }
}
