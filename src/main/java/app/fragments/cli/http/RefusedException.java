package app.fragments.cli.http;

/// A request is refused. The message is for whoever sent it.
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorKind kind;

  RefusedException(ErrorKind kind, String message) {
    super(message, null, false, false); // expected: nobody reads its trace
    this.kind = kind;
  }

  ErrorKind kind() {
    return kind;
  }
}
