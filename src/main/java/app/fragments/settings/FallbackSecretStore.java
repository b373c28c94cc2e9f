package app.fragments.settings;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prefers the keychain and falls back to a file that only its owner may read. A secret in the file
/// was written while the keychain was unavailable, so it is newer and takes precedence.
public record FallbackSecretStore(KeychainSecretStore keychain, PrivateJsonFile file)
    implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(FallbackSecretStore.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /// The secrets of this system. Opens nothing yet; the first call may block for three seconds if
  /// the keychain does not respond.
  public static SecretStore open(DataFolder folder) {
    return new FallbackSecretStore(
        new KeychainSecretStore(SystemKeychain::open, TIMEOUT),
        new PrivateJsonFile(folder.secretsFile()));
  }

  @Override
  public Optional<String> read(Secret secret) {
    Optional<String> inFile = readFile(secret);
    if (inFile.isPresent() || !keychain.isAvailable()) {
      return inFile;
    }
    try {
      return keychain.read(secret);
    } catch (SecretStoreException e) {
      LOG.warn("Continuing without {}: {}", secret, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> readFile(Secret secret) {
    return file.read().get(secret.key()) instanceof String value
        ? Optional.of(value)
        : Optional.empty();
  }

  @Override
  public void write(Secret secret, String value) {
    if (keychain.isAvailable()) {
      try {
        keychain.write(secret, value);
        changeFile(secret, null);
        return;
      } catch (SecretStoreException e) {
        LOG.warn("Storing {} in the file instead: {}", secret, e.getMessage());
      }
    }
    changeFile(secret, value);
  }

  @Override
  public void remove(Secret secret) {
    changeFile(secret, null);
    if (keychain.isAvailable()) {
      keychain.remove(secret);
    }
  }

  /// @param value null to remove the secret
  private synchronized void changeFile(Secret secret, @Nullable String value) {
    Map<String, @Nullable Object> secrets = file.read();
    @Nullable Object old =
        value == null ? secrets.remove(secret.key()) : secrets.put(secret.key(), value);
    if (value == null && old == null) {
      return;
    }
    try {
      file.write(secrets);
    } catch (IOException e) {
      throw new SecretStoreException("Can't write the file " + file.path(), e);
    }
  }

  @Override
  public String place() {
    return isKeychain() ? keychain.place() : file.path().toString();
  }

  /// False if any secret had to go to the file.
  @Override
  public boolean isKeychain() {
    return Arrays.stream(Secret.values()).allMatch(secret -> readFile(secret).isEmpty())
        && keychain.isAvailable();
  }
}
