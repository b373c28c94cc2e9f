package app.fragments.job;

/// Why a job failed, as stored. The message contains neither the API key nor text of an entry.
public record Failure(FailureKind kind, String message) {
  /// In characters.
  public static final int MAX_MESSAGE = 2_000;

  public Failure {
    message = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
  }
}
