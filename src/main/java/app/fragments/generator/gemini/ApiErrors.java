package app.fragments.generator.gemini;

import static app.fragments.job.FailureKind.AUTH;
import static app.fragments.job.FailureKind.INTERNAL;
import static app.fragments.job.FailureKind.NETWORK;
import static app.fragments.job.FailureKind.QUOTA;
import static app.fragments.job.FailureKind.TIMEOUT;
import static app.fragments.job.FailureKind.TOO_LARGE;

import app.fragments.generator.GeneratorException;
import app.fragments.job.FailureKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.genai.JsonSerializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns an HTTP status and error body into a failure kind and one sentence.
///
/// The sentences are our own, because Google's sometimes contain the key. Only unknown errors quote
/// Google, without the key, anything that looks like one, and what we sent.
final class ApiErrors {
  private static final ErrorBody NO_BODY = new ErrorBody(0, "", "");

  private static final int MAX_QUOTE = 300;

  /// A run of this many characters that we also sent counts as the user's words.
  private static final int SENT_RUN = 16;

  private static final Pattern KEY_LIKE = Pattern.compile("AIza[\\w-]{10,}|AQ\\.[\\w.-]{20,}");

  private final String model;
  private final String key;
  private final String sent;

  ApiErrors(String model, String key, String sent) {
    this.model = model;
    this.key = key;
    this.sent = sent;
  }

  /// @param body need not be JSON
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
          fromGemini
              ? failure(AUTH, "Gemini has no model \"" + model + "\" (HTTP 404).")
              : failure(AUTH, "There is no Gemini at this address (HTTP 404).");
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
    if (error.reasons().contains("API_KEY_INVALID") || error.mentions("api key")) {
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
    if (error.reasons().contains("CONSUMER_SUSPENDED") || error.mentions("suspended")) {
      return "Google has suspended the project of this Gemini key";
    }
    return error.reasons().contains("SERVICE_DISABLED")
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
    String quote = quote(error.message()).replaceFirst("[.\\s]+$", "");
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

  /// Google's message on one line, redacted and shortened; empty if it repeats what was sent.
  private String quote(String message) {
    String redacted = KEY_LIKE.matcher(message.replace(key, "(key)")).replaceAll("(key)");
    String line = redacted.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    String quote = line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "…";
    boolean repeatsSent =
        IntStream.rangeClosed(0, quote.length() - SENT_RUN)
            .anyMatch(i -> sent.contains(quote.substring(i, i + SENT_RUN)));
    return repeatsSent ? "" : quote;
  }

  /// "1 second", "180 seconds". Rounds up.
  static String seconds(Duration duration) {
    long seconds = Math.max(1, duration.plusMillis(999).toSeconds());
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }

  /// The body of an error response in the format of Google's APIs
  /// (`{"error":{"code":…,"message":…,"status":…,"details":[…]}}`, possibly in an array).
  ///
  /// @param code the HTTP status it names, or 0
  /// @param status the name of the error, such as `RESOURCE_EXHAUSTED`, or empty
  /// @param message may contain secrets
  /// @param reasons such as `API_KEY_INVALID`
  /// @param quotas the ids of the exceeded quotas
  record ErrorBody(
      int code,
      String status,
      String message,
      List<String> reasons,
      List<String> quotas,
      @Nullable Duration retryDelay) {
    private static final Pattern PROTOBUF_DURATION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?s");

    ErrorBody(int code, String status, String message) {
      this(code, status, message, List.of(), List.of(), null);
    }

    /// Empty if the text is not such an error.
    static Optional<ErrorBody> parse(String json) {
      try {
        JsonNode root = JsonSerializable.stringToJsonNode(json);
        JsonNode error = (root.isArray() ? root.path(0) : root).path("error");
        if (!error.isObject()) {
          return Optional.empty();
        }
        JsonNode details = error.path("details");
        return Optional.of(
            new ErrorBody(
                error.path("code").asInt(0),
                error.path("status").asText(""),
                error.path("message").asText(""),
                details.findValuesAsText("reason"),
                details.findValuesAsText("quotaId"),
                details.findValuesAsText("retryDelay").stream()
                    .flatMap(delay -> retryDelay(delay).stream())
                    .reduce(null, (first, last) -> last)));
      } catch (RuntimeException notJson) {
        return Optional.empty();
      }
    }

    /// Parses a protobuf duration in JSON, such as `26s` or `1.5s`.
    static Optional<Duration> retryDelay(String delay) {
      return PROTOBUF_DURATION.matcher(delay).matches()
          ? Optional.of(Duration.parse("PT" + delay))
          : Optional.empty();
    }

    boolean mentions(String words) {
      return message.toLowerCase(Locale.ROOT).contains(words);
    }
  }
}
