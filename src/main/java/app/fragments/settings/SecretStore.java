package app.fragments.settings;

import java.util.Locale;
import java.util.Optional;

/// Keeps the secrets that the user enters in the window.
public interface SecretStore {
  enum Secret {
    GEMINI_API_KEY,
    MONGODB_URI;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Optional<String> read(Secret secret);

  /// @throws SecretStoreException if it can't be stored
  void write(Secret secret, String value);

  void remove(Secret secret);

  /// For display: "the macOS keychain", or a file's path.
  String place();

  boolean isKeychain();
}
