package app.fragments.generator.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.genai.JsonSerializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the body of a refusal says, in the form of Google's APIs
/// (`{"error":{"code":…,"message":…,"status":…,"details":[…]}}`, also as the first of an array).
///
/// @param code the HTTP status it names, or 0
/// @param status the name of the error, such as `RESOURCE_EXHAUSTED`, or empty
/// @param message for people, not to be trusted with secrets
/// @param reasons of the `ErrorInfo` details, such as `API_KEY_INVALID`
/// @param quotas the ids of the quotas that were exceeded
/// @param retryDelay of the `RetryInfo` detail, or null
record ErrorBody(
    int code,
    String status,
    String message,
    List<String> reasons,
    List<String> quotas,
    @Nullable Duration retryDelay) {

  /// Empty where the text is not such an error.
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
    List<String> reasons = new ArrayList<>();
    List<String> quotas = new ArrayList<>();
    @Nullable Duration delay = null;
    for (JsonNode detail : error.path("details")) {
      if (detail.path("reason").isTextual()) {
        reasons.add(detail.path("reason").asText());
      }
      for (JsonNode violation : detail.path("violations")) {
        quotas.add(violation.path("quotaId").asText(""));
      }
      if (detail.path("retryDelay").isTextual()) {
        delay = RetryDelay.ofProtobuf(detail.path("retryDelay").asText()).orElse(delay);
      }
    }
    return new ErrorBody(
        error.path("code").asInt(0),
        error.path("status").asText(""),
        error.path("message").asText(""),
        reasons,
        quotas,
        delay);
  }

  boolean has(String reason) {
    return reasons.contains(reason);
  }

  boolean says(String words) {
    return message.toLowerCase(Locale.ROOT).contains(words);
  }
}
