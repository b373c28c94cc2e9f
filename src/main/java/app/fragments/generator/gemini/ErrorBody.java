package app.fragments.generator.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.genai.JsonSerializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of an error response in the format of Google's APIs
/// (`{"error":{"code":…,"message":…,"status":…,"details":[…]}}`, possibly in an array).
///
/// @param code the HTTP status it names, or 0
/// @param status the name of the error, such as `RESOURCE_EXHAUSTED`, or empty
/// @param message may contain secrets
/// @param reasons from the `ErrorInfo` details, such as `API_KEY_INVALID`
/// @param quotas the ids of the exceeded quotas
/// @param retryDelay from the `RetryInfo` detail, or null
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
    if (json.isBlank()) {
      return Optional.empty();
    }
    try {
      JsonNode root = JsonSerializable.stringToJsonNode(json);
      JsonNode error = (root.isArray() ? root.path(0) : root).path("error");
      return error.isObject() ? Optional.of(of(error)) : Optional.empty();
    } catch (RuntimeException notJson) {
      return Optional.empty();
    }
  }

  private static ErrorBody of(JsonNode error) {
    JsonNode details = error.path("details");
    return new ErrorBody(
        error.path("code").asInt(0),
        error.path("status").asText(""),
        error.path("message").asText(""),
        details.findValuesAsText("reason"),
        details.findValuesAsText("quotaId"),
        details.findValuesAsText("retryDelay").stream()
            .flatMap(delay -> retryDelay(delay).stream())
            .reduce(null, (first, last) -> last));
  }

  /// Parses a protobuf duration in JSON, such as `26s` or `1.5s`.
  static Optional<Duration> retryDelay(String delay) {
    return PROTOBUF_DURATION.matcher(delay).matches()
        ? Optional.of(Duration.parse("PT" + delay))
        : Optional.empty();
  }

  boolean hasReason(String reason) {
    return reasons.contains(reason);
  }

  boolean mentions(String words) {
    return message.toLowerCase(Locale.ROOT).contains(words);
  }
}
