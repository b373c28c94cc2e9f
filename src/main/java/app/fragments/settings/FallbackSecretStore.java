package app.fragments.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prefers the keychain and falls back to a file. A secret in the file was written while the
/// keychain was unavailable, so it is newer and takes precedence.
public record FallbackSecretStore(KeychainSecretStore keychain, FileSecretStore file)
    implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(FallbackSecretStore.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /// The secrets of this system. Opens nothing yet; the first call may block for three seconds if
  /// the keychain does not respond.
  public static SecretStore open(DataFolder folder) {
    return new FallbackSecretStore(
        new KeychainSecretStore(SystemKeychain::open, TIMEOUT),
        new FileSecretStore(folder.secretsFile()));
  }

  @Override
  public Optional<String> read(Secret secret) {
    Optional<String> inFile = file.read(secret);
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

  @Override
  public void write(Secret secret, String value) {
    if (keychain.isAvailable()) {
      try {
        keychain.write(secret, value);
        file.remove(secret);
        return;
      } catch (SecretStoreException e) {
        LOG.warn("Writing {} to the file: {}", secret, e.getMessage());
      }
    }
    file.write(secret, value);
  }

  @Override
  public void remove(Secret secret) {
    file.remove(secret);
    if (keychain.isAvailable()) {
      keychain.remove(secret);
    }
  }

  @Override
  public String place() {
    return isKeychain() ? keychain.place() : file.place();
  }

  /// False if any secret had to go to the file.
  @Override
  public boolean isKeychain() {
    return Arrays.stream(Secret.values()).allMatch(secret -> file.read(secret).isEmpty())
        && keychain.isAvailable();
  }
}
