package app.fragments.settings;

/// The data folder cannot be used. The message is for the user: it names the folder and says what
/// to do.
public final class DataFolderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DataFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
