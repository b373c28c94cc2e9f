package app.fragments.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the java-keyring library reaches: the macOS keychain, the Windows Credential Manager, a
/// secret service or KWallet on D-Bus.
final class SystemKeychain implements Keychain {
  private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);
  private static final String SERVICE = "Fragments";

  private final Keyring keyring;

  private SystemKeychain(Keyring keyring) {
    this.keyring = keyring;
  }

  /// The keychain of this system.
  ///
  /// @throws Unusable where there is none
  static Keychain open() throws Unusable {
    BackendNotSupportedException none = new BackendNotSupportedException("No keychain is known");
    for (KeyringStorageType type : ofSystem(System.getProperty("os.name", ""))) {
      try {
        return new SystemKeychain(Keyring.create(type));
      } catch (BackendNotSupportedException e) {
        none.addSuppressed(e);
      } catch (LinkageError e) {
        throw new Unusable("The keychain's library does not load here", e);
      }
    }
    throw new Unusable("There is no keychain here", none);
  }

  private static List<KeyringStorageType> ofSystem(String name) {
    String system = name.toLowerCase(Locale.ROOT);
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
      // The library says "not there" with the same exception as "refused".
      LOG.debug("The keychain gave no {}", account, e);
      return Optional.empty();
    }
  }

  @Override
  public void write(String account, String password) throws Unusable {
    try {
      keyring.setPassword(SERVICE, account, password);
    } catch (PasswordAccessException e) {
      throw new Unusable("The keychain refused to keep " + account, e);
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
