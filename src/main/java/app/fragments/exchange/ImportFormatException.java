package app.fragments.exchange;

/// A source can't be imported. The message tells the user why.
final class ImportFormatException extends Exception {
  private static final long serialVersionUID = 1;

  ImportFormatException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
