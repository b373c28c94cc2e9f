package app.fragments.settings;

import java.util.Optional;

/// Where secrets set in the window are kept.
public interface SecretStore {
  /// The secrets there are.
  enum Secret {
    GEMINI_API_KEY,
    MONGODB_URI
  }

  Optional<String> read(Secret secret);

  /// Keeps a secret, in place of the one before.
  void write(Secret secret, String value);

  void remove(Secret secret);

  /// Where it keeps them, in words for the screen: "the macOS keychain", or a file's path.
  String place();

  /// Whether that is the system's own keychain.
  boolean isKeychain();
}
