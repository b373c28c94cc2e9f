package app.fragments.exchange;

/// Hears how an import gets on, on the importing thread, and may stop it.
public interface ImportListener {
  /// Hears nothing and lets it run.
  ImportListener NONE = new ImportListener() {};

  /// @param soFar what was done up to now; the whole is not known beforehand
  default void progress(ImportResult soFar) {}

  /// Asked before each entry; `true` ends the import after what is stored already.
  default boolean isCancelled() {
    return false;
  }
}
