package app.fragments.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps secrets in a file that only its owner may read, for systems without a keychain.
public final class FileSecretStore implements SecretStore {
  private final PrivateJsonFile file;

  /// @param path usually [DataFolder#secretsFile()]
  public FileSecretStore(Path path) {
    file = new PrivateJsonFile(path);
  }

  @Override
  public Optional<String> read(Secret secret) {
    return file.read().get(secret.key()) instanceof String value
        ? Optional.of(value)
        : Optional.empty();
  }

  @Override
  public synchronized void write(Secret secret, String value) {
    Map<String, @Nullable Object> secrets = file.read();
    secrets.put(secret.key(), value);
    write(secrets);
  }

  @Override
  public synchronized void remove(Secret secret) {
    Map<String, @Nullable Object> secrets = file.read();
    if (secrets.remove(secret.key()) != null) {
      write(secrets);
    }
  }

  private void write(Map<String, @Nullable Object> secrets) {
    try {
      file.write(secrets);
    } catch (IOException e) {
      throw new SecretStoreException("Can't write the file " + file.path(), e);
    }
  }

  @Override
  public String place() {
    return file.path().toString();
  }
}
