package app.fragments.generator;

import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A generator failed. The message says in a sentence what happened, for the job record and the
/// log; it never contains the key or an entry's text.
public final class GeneratorException extends Exception {
  private static final long serialVersionUID = 1;

  private final FailureKind kind;
  private final @Nullable Duration retryAfter;

  public GeneratorException(FailureKind kind, String message) {
    this(kind, message, null, null);
  }

  public GeneratorException(FailureKind kind, String message, @Nullable Throwable cause) {
    this(kind, message, null, cause);
  }

  /// @param retryAfter how long the service asked us to wait, or null
  public GeneratorException(
      FailureKind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public FailureKind kind() {
    return kind;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  public Failure failure() {
    return new Failure(kind, String.valueOf(getMessage()));
  }
}
