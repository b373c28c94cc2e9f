package app.fragments.settings;

/// A secret could not be read or kept. The message is for the user and never has the secret in it.
public final class SecretStoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SecretStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
