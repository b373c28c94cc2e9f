package app.fragments.http;

/// Why a request was refused: `error_kind` in the answer, and the status that goes with it.
enum ErrorKind {
  /// The body is no JSON in UTF-8, or broke off.
  MALFORMED(400),
  /// No token, or a wrong one.
  UNAUTHORIZED(401),
  /// There is no such thing, or it is another user's.
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  BODY_TOO_LARGE(413),
  /// The body is said to be something other than JSON.
  UNSUPPORTED_MEDIA_TYPE(415),
  /// The request was meant for another host: DNS rebinding, or a proxy that changes the name.
  WRONG_HOST(421),
  /// The body is JSON, but does not say what it must.
  INVALID(422),
  /// A defect of this program, or a store that failed.
  INTERNAL(500),
  /// The store cannot be reached now.
  STORE_AWAY(503);

  private final int status;

  ErrorKind(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
