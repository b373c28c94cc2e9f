package app.fragments.settings;

/// The data folder is unusable. The message tells the user which one and what to do.
public final class DataFolderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DataFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
