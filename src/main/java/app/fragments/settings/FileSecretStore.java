package app.fragments.settings;

import app.fragments.settings.SecretStore.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps secrets in a file that only its owner may read, for systems without a keychain.
final class FileSecretStore {
  private final PrivateJsonFile file;

  FileSecretStore(Path path) {
    file = new PrivateJsonFile(path);
  }

  Optional<String> read(Secret secret) {
    return file.read().get(secret.key()) instanceof String value
        ? Optional.of(value)
        : Optional.empty();
  }

  synchronized void write(Secret secret, String value) {
    Map<String, @Nullable Object> secrets = file.read();
    secrets.put(secret.key(), value);
    write(secrets);
  }

  synchronized void remove(Secret secret) {
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

  String place() {
    return file.path().toString();
  }
}
