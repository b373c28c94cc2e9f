package app.fragments.store;

import org.jspecify.annotations.Nullable;

/// The store cannot be reached now; the same call may work later. A write may have taken place.
public final class StoreUnavailableException extends StoreException {

  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
