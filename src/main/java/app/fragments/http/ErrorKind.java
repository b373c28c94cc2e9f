package app.fragments.http;

/// Why a request was rejected: `error_kind` in the response, and its HTTP status.
enum ErrorKind {
  /// The body is not JSON in UTF-8, or was cut short.
  MALFORMED(400),
  UNAUTHORIZED(401),
  /// It does not exist, or belongs to another user.
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  BODY_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  /// The request names another host: DNS rebinding, or a proxy that changes the name.
  WRONG_HOST(421),
  /// The body is JSON, but its fields are wrong.
  INVALID(422),
  /// A bug in this program, or a store failure.
  INTERNAL(500),
  STORE_AWAY(503);

  final int status;

  ErrorKind(int status) {
    this.status = status;
  }
}
