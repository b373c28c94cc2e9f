package app.fragments.store;

import org.jspecify.annotations.Nullable;

/// A store could not do what it was asked. The message is for the log and never has an entry's text
/// or a password in it.
public class StoreException extends RuntimeException {

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
