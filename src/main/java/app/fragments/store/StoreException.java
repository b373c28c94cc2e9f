package app.fragments.store;

import org.jspecify.annotations.Nullable;

/// A store failed. The message is for the log and never contains an entry's text or a password.
public class StoreException extends RuntimeException {

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
