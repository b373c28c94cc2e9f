package app.fragments.search;

import org.jspecify.annotations.Nullable;

/// The index cannot be used. The message is for the user.
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SearchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
