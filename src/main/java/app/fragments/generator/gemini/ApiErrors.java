package app.fragments.generator.gemini;

import static app.fragments.job.FailureKind.AUTH;
import static app.fragments.job.FailureKind.INTERNAL;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.QUOTA;
import static app.fragments.job.FailureKind.TIMEOUT;
import static app.fragments.job.FailureKind.TOO_LARGE;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns an HTTP status and error body into a failure kind and one sentence.
///
/// The sentences are our own, because Google's sometimes contain the key. Only unknown errors quote
/// Google, redacted.
final class ApiErrors {
  private static final ErrorBody NO_BODY = new ErrorBody(0, "", "");

  private final String model;
  private final Redactor redactor;

  ApiErrors(String model, Redactor redactor) {
    this.model = model;
    this.redactor = redactor;
  }

  /// @param body need not be JSON
  /// @param retryAfter from the header, or null
  GeneratorException of(int status, String body, @Nullable Duration retryAfter) {
    Optional<ErrorBody> error = ErrorBody.parse(body);
    return of(status, error.orElse(NO_BODY), error.isPresent(), retryAfter);
  }

  /// An error in the middle of a stream, whose HTTP status was 200.
  GeneratorException of(ErrorBody error) {
    return of(error.code() == 0 ? 500 : error.code(), error, true, null);
  }

  private GeneratorException of(
      int status, ErrorBody error, boolean fromGemini, @Nullable Duration retryAfter) {
    @Nullable Duration wait = retryAfter == null ? error.retryDelay() : retryAfter;
    return switch (status) {
      case 400 -> badRequest(error);
      case 401 -> failure(AUTH, "Gemini rejected the key (HTTP 401).");
      case 403 -> failure(AUTH, forbidden(error) + " (HTTP 403).");
      case 404 ->
          failure(
              AUTH,
              (fromGemini
                      ? "Gemini has no model \"" + model + "\""
                      : "There is no Gemini at this address")
                  + " (HTTP 404).");
      case 407 -> failure(NETWORK, "The proxy requires a password (HTTP 407).");
      case 408 -> retryable(TIMEOUT, "Gemini timed out waiting for the request (HTTP 408)", wait);
      case 413 -> failure(TOO_LARGE, "The fragments are too large for Gemini (HTTP 413).");
      case 429 -> retryable(QUOTA, quota(error) + " (HTTP 429)", wait);
      case 503 -> retryable(NETWORK, "Gemini is overloaded or unavailable (HTTP 503)", wait);
      case 504 -> retryable(TIMEOUT, "Gemini did not finish in time (HTTP 504)", wait);
      default -> other(status, error, wait);
    };
  }

  private GeneratorException badRequest(ErrorBody error) {
    if (error.hasReason("API_KEY_INVALID") || error.mentions("api key")) {
      return failure(
          AUTH,
          error.mentions("expired")
              ? "The Gemini key has expired (HTTP 400)."
              : "The Gemini key is not valid (HTTP 400).");
    }
    if (error.mentions("token count")
        || error.mentions("number of tokens")
        || error.mentions("payload size")) {
      return failure(TOO_LARGE, "The fragments are too large for the model (HTTP 400).");
    }
    if (error.status().equals("FAILED_PRECONDITION")) {
      return failure(
          AUTH,
          error.mentions("location")
              ? "Google does not offer Gemini in this location (HTTP 400)."
              : "Gemini requires billing for this key (HTTP 400).");
    }
    return other(400, error, null);
  }

  private static String forbidden(ErrorBody error) {
    if (error.mentions("leaked")) {
      return "Google has blocked this Gemini key as leaked";
    }
    if (error.hasReason("CONSUMER_SUSPENDED") || error.mentions("suspended")) {
      return "Google has suspended the project of this Gemini key";
    }
    return error.hasReason("SERVICE_DISABLED")
        ? "The Gemini API is not enabled for the project of this key"
        : "This key may not use Gemini, or not this model";
  }

  private static String quota(ErrorBody error) {
    return error.quotas().stream().anyMatch(id -> id.contains("PerDay"))
        ? "The daily quota of this Gemini key is used up"
        : "This key sends too many requests to Gemini, or its quota is used up";
  }

  private GeneratorException other(int status, ErrorBody error, @Nullable Duration wait) {
    if (status >= 500) {
      return retryable(NETWORK, "Gemini had a server error (HTTP " + status + ")", wait);
    }
    if (status < 400) {
      return failure(NETWORK, "The request to Gemini was redirected (HTTP " + status + ").");
    }
    String quote = redactor.quote(error.message()).replaceFirst("[.\\s]+$", "");
    String reason = quote.isEmpty() ? "" : ": " + quote;
    return failure(INTERNAL, "Gemini rejected the request (HTTP " + status + ")" + reason + ".");
  }

  private static GeneratorException retryable(
      FailureKind kind, String sentence, @Nullable Duration wait) {
    String delay = wait == null ? "." : "; it asks us to wait " + seconds(wait) + ".";
    return new GeneratorException(kind, sentence + delay, wait, null);
  }

  private static GeneratorException failure(FailureKind kind, String sentence) {
    return new GeneratorException(kind, sentence);
  }

  /// "1 second", "180 seconds". Rounds up.
  static String seconds(Duration duration) {
    long seconds = Math.max(1, duration.plusMillis(999).toSeconds());
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }
}
