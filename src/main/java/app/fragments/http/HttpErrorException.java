package app.fragments.http;

/// A request is refused. The message is for whoever sent it.
final class HttpErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorKind kind;

  HttpErrorException(ErrorKind kind, String message) {
    super(message, null, false, false); // expected: nobody reads its trace
    this.kind = kind;
  }

  ErrorKind kind() {
    return kind;
  }
}
