package app.fragments.exchange;

/// Follows an import on the importing thread and can stop it.
public interface ImportListener {
  /// Ignores progress and never cancels.
  ImportListener NONE = new ImportListener() {};

  /// @param soFar the result up to now; the total is unknown
  default void progress(ImportResult soFar) {}

  /// Called before each entry. `true` stops the import; entries stored by then stay.
  default boolean isCancelled() {
    return false;
  }
}
