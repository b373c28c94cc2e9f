package app.fragments.settings;

import org.jspecify.annotations.Nullable;

/// A secret can't be read or stored. The message is for the user and never contains the secret.
public final class SecretStoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SecretStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
