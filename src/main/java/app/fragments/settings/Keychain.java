package app.fragments.settings;

import java.util.Optional;

/// The system's own keychain. Its calls may wait for the user to unlock it, or for ever where the
/// session's bus is broken, and not two of them may run at once: [KeychainSecretStore] sees to
/// both.
interface Keychain {

  /// The password of that account, or empty where there is none.
  Optional<String> read(String account);

  /// @throws Unusable where the keychain refuses
  void write(String account, String password) throws Unusable;

  void remove(String account);

  /// Its name in words for the screen.
  String name();

  /// There is no keychain, or it refused.
  final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
