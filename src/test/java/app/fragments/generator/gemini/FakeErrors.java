package app.fragments.generator.gemini;

/// Error bodies as the real Gemini sends them.
public final class FakeErrors {
  private FakeErrors() {}

  public static String body(int code, String status, String message) {
    return body(code, status, message, "");
  }

  /// @param details the elements of the `details` array, as JSON
  public static String body(int code, String status, String message, String details) {
    return """
    {
      "error": {
        "code": %d,
        "message": "%s",
        "status": "%s",
        "details": [%s]
      }
    }
    """
        .formatted(code, message, status, details);
  }

  public static String wrongKey() {
    return body(
        400,
        "INVALID_ARGUMENT",
        "API key not valid. Please pass a valid API key.",
        """
        {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID",
         "domain": "googleapis.com", "metadata": {"service": "generativelanguage.googleapis.com"}}
        """);
  }

  /// @param quotaId such as `GenerateRequestsPerDayPerProjectPerModel-FreeTier`
  /// @param retryDelay such as `26s`
  public static String quota(String quotaId, String retryDelay) {
    return body(
        429,
        "RESOURCE_EXHAUSTED",
        "You exceeded your current quota, please check your plan and billing details.",
        """
        {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [
          {"quotaMetric": "generativelanguage.googleapis.com/generate_content_requests",
           "quotaId": "%s", "quotaValue": "10"}]},
        {"@type": "type.googleapis.com/google.rpc.Help", "links": []},
        {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "%s"}
        """
            .formatted(quotaId, retryDelay));
  }
}
