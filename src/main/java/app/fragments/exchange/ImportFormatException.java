package app.fragments.exchange;

/// A source that no entry can be made of. The message says why in words for the user.
final class ImportFormatException extends Exception {
  private static final long serialVersionUID = 1;

  ImportFormatException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
