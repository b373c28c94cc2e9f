package app.fragments.settings;

import app.fragments.settings.KeychainSecretStore.Keychain;
import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keychain through java-keyring: the macOS keychain, the Windows Credential Manager, or on
/// Linux a secret service or KWallet over D-Bus.
record SystemKeychain(Keyring keyring) implements Keychain {
  private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);
  private static final String SERVICE = "Fragments";

  /// @throws SecretStoreException if there is none
  static Keychain open() {
    SecretStoreException failure = new SecretStoreException("No keychain found", null);
    for (KeyringStorageType type : supportedTypes(System.getProperty("os.name", ""))) {
      try {
        return new SystemKeychain(Keyring.create(type));
      } catch (BackendNotSupportedException e) {
        failure.addSuppressed(e);
      } catch (LinkageError e) {
        throw new SecretStoreException("The keychain library can't be loaded", e);
      }
    }
    throw failure;
  }

  private static List<KeyringStorageType> supportedTypes(String osName) {
    String system = osName.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
    }
    if (system.startsWith("mac")) {
      return List.of(KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN);
    }
    return List.of(KeyringStorageType.GNOME_KEYRING, KeyringStorageType.KWALLET);
  }

  @Override
  public Optional<String> read(String account) {
    try {
      return Optional.ofNullable(keyring.getPassword(SERVICE, account));
    } catch (PasswordAccessException e) {
      // the library throws this both when there is no password and when access is denied
      LOG.debug("The keychain did not return {}", account, e);
      return Optional.empty();
    }
  }

  @Override
  public void write(String account, String password) {
    try {
      keyring.setPassword(SERVICE, account, password);
    } catch (PasswordAccessException e) {
      throw new SecretStoreException("The keychain refused to store " + account, e);
    }
  }

  @Override
  public void remove(String account) {
    try {
      keyring.deletePassword(SERVICE, account);
    } catch (PasswordAccessException e) {
      LOG.debug("The keychain had no {} to remove", account, e);
    }
  }

  @Override
  public String name() {
    return switch (keyring.getKeyringStorageType()) {
      case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> "the macOS keychain";
      case WINDOWS_CREDENTIAL_STORE -> "the Windows Credential Manager";
      case KWALLET -> "KWallet";
      case GNOME_KEYRING -> "the desktop's keyring";
    };
  }
}
