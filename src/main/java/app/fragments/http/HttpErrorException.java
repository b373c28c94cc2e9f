package app.fragments.http;

/// Thrown when a request is rejected. The message is for the client.
final class HttpErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  final ErrorKind kind;

  HttpErrorException(ErrorKind kind, String message) {
    super(message, null, false, false); // expected, so it needs no stack trace
    this.kind = kind;
  }
}
