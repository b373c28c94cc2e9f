package app.fragments.settings;

import app.fragments.settings.SecretStore.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Picks where secrets are kept on this system.
public final class SecretStores {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private SecretStores() {}

  /// The keychain where the system has one that answers, else the file of the data folder. Nothing
  /// is opened before a secret is asked for; the first call may then take up to 3 s where the
  /// keychain does not answer, so make it on a background thread.
  public static SecretStore open(DataFolder folder) {
    return new KeychainOrFile(
        new KeychainSecretStore(SystemKeychain::open, LIMIT),
        new FileSecretStore(folder.secretsFile()));
  }

  /// The keychain, and the file for what it does not take. What is in the file was written while
  /// the keychain could not be, so it is newer and goes first.
  record KeychainOrFile(KeychainSecretStore keychain, FileSecretStore file) implements SecretStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeychainOrFile.class);

    @Override
    public Optional<String> read(Secret secret) {
      Optional<String> inFile = file.read(secret);
      if (inFile.isPresent() || !keychain.isThere()) {
        return inFile;
      }
      try {
        return keychain.read(secret);
      } catch (SecretStoreException e) {
        LOG.warn("{}, going on without {}", e.getMessage(), secret);
        return Optional.empty();
      }
    }

    @Override
    public void write(Secret secret, String value) {
      if (keychain.isThere()) {
        try {
          keychain.write(secret, value);
          file.remove(secret);
          return;
        } catch (SecretStoreException e) {
          LOG.warn("{}, {} goes into the file", e.getMessage(), secret);
        }
      }
      file.write(secret, value);
    }

    @Override
    public void remove(Secret secret) {
      file.remove(secret);
      if (keychain.isThere()) {
        keychain.remove(secret);
      }
    }

    @Override
    public String place() {
      return isKeychain() ? keychain.place() : file.place();
    }

    /// Not where a secret had to go into the file, although there is a keychain.
    @Override
    public boolean isKeychain() {
      return Arrays.stream(Secret.values()).allMatch(secret -> file.read(secret).isEmpty())
          && keychain.isThere();
    }
  }
}
