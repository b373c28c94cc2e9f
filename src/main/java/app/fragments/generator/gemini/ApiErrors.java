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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an HTTP status and its body mean, in our kinds and one sentence.
///
/// The sentences are our own: Google's name the key at times. A status that Gemini is not known to
/// give quotes Google's words, scrubbed.
final class ApiErrors {
  private static final ErrorBody NOTHING_SAID =
      new ErrorBody(0, "", "", List.of(), List.of(), null);

  private final String model;
  private final Redactor scrubber;

  ApiErrors(String model, Redactor scrubber) {
    this.model = model;
    this.scrubber = scrubber;
  }

  /// @param body the answer's body, which need not be JSON
  /// @param retryAfter what the header asks, or null
  GeneratorException of(int status, String body, @Nullable Duration retryAfter) {
    Optional<ErrorBody> error = ErrorBody.parse(body);
    return of(status, error.orElse(NOTHING_SAID), error.isPresent(), retryAfter);
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
      case 401 -> failure(AUTH, "Gemini did not accept the key (HTTP 401).");
      case 403 -> forbidden(error);
      case 404 -> notFound(fromGemini);
      case 407 ->
          failure(NETWORK, "The proxy on the way to Gemini asks for a password (HTTP 407).");
      case 408 -> waiting(TIMEOUT, "Gemini gave up waiting for the request (HTTP 408)", wait);
      case 413 -> failure(TOO_LARGE, "The fragments are larger than Gemini takes (HTTP 413).");
      case 429 -> quota(error, wait);
      case 503 -> waiting(NETWORK, "Gemini is overloaded or away (HTTP 503)", wait);
      case 504 -> waiting(TIMEOUT, "Gemini did not finish in its own time (HTTP 504)", wait);
      default -> other(status, error, wait);
    };
  }

  private GeneratorException badRequest(ErrorBody error) {
    if (error.has("API_KEY_INVALID") || error.says("api key")) {
      return failure(
          AUTH,
          error.says("expired")
              ? "The Gemini key has expired (HTTP 400)."
              : "Gemini does not know this key (HTTP 400).");
    }
    if (error.says("token count") || error.says("number of tokens") || error.says("payload size")) {
      return failure(TOO_LARGE, "The fragments are larger than the model takes (HTTP 400).");
    }
    if (error.status().equals("FAILED_PRECONDITION")) {
      return failure(
          AUTH,
          error.says("location")
              ? "Google does not offer Gemini at this location (HTTP 400)."
              : "Gemini wants billing to be set up for this key (HTTP 400).");
    }
    return other(400, error, null);
  }

  private GeneratorException forbidden(ErrorBody error) {
    if (error.says("leaked")) {
      return failure(AUTH, "Google has blocked this Gemini key as leaked (HTTP 403).");
    }
    if (error.has("CONSUMER_SUSPENDED") || error.says("suspended")) {
      return failure(AUTH, "Google has suspended the project of this Gemini key (HTTP 403).");
    }
    if (error.has("SERVICE_DISABLED")) {
      return failure(AUTH, "The Gemini API is not enabled for the project of this key (HTTP 403).");
    }
    return failure(AUTH, "This key may not use Gemini, or not this model (HTTP 403).");
  }

  private GeneratorException notFound(boolean fromGemini) {
    return failure(
        AUTH,
        fromGemini
            ? "Gemini knows no model \"" + model + "\" (HTTP 404)."
            : "No Gemini answers at this address (HTTP 404).");
  }

  private static GeneratorException quota(ErrorBody error, @Nullable Duration wait) {
    boolean daily = error.quotas().stream().anyMatch(id -> id.contains("PerDay"));
    return waiting(
        QUOTA,
        daily
            ? "The day's quota of this Gemini key is used up (HTTP 429)"
            : "Gemini is asked too much at once by this key, or its quota is used up (HTTP 429)",
        wait);
  }

  private GeneratorException other(int status, ErrorBody error, @Nullable Duration wait) {
    if (status >= 500) {
      return waiting(NETWORK, "Gemini failed on its side (HTTP " + status + ")", wait);
    }
    if (status < 400) {
      return failure(
          NETWORK, "Something on the way to Gemini sends us elsewhere (HTTP " + status + ").");
    }
    String said = scrubber.quote(error.message()).replaceFirst("[.\\s]+$", "");
    return failure(
        INTERNAL,
        "Gemini refused the request (HTTP "
            + status
            + ")"
            + (said.isEmpty() ? "" : ": " + said)
            + ".");
  }

  private static GeneratorException waiting(
      FailureKind kind, String sentence, @Nullable Duration wait) {
    String asked = wait == null ? "." : "; it asks to wait " + DurationText.seconds(wait) + ".";
    return new GeneratorException(kind, sentence + asked, wait, null);
  }

  private static GeneratorException failure(FailureKind kind, String sentence) {
    return new GeneratorException(kind, sentence, null);
  }
}
