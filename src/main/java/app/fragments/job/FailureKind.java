package app.fragments.job;

/// Why a job failed. The window shows one message and one button for each kind.
public enum FailureKind {
  /// The API key was refused.
  AUTH(false),
  /// The quota is used up, or requests came too fast.
  QUOTA(true),
  /// The generator could not be reached, or the connection broke.
  NETWORK(true),
  /// The job took too long.
  TIMEOUT(true),
  /// The generator refused the content.
  BLOCKED(false),
  /// The response was cut off at its maximum length.
  TRUNCATED(true),
  /// The response was empty.
  EMPTY(true),
  /// The response could not be read.
  MALFORMED(true),
  /// None of the selected entries exists any more.
  ENTRIES_MISSING(false),
  /// The selection is larger than the generator accepts.
  TOO_LARGE(false),
  /// The user cancelled.
  CANCELLED(false),
  /// The job's workers died too often.
  WORKER_LOST(false),
  /// The store refused a write.
  STORAGE(true),
  /// A bug in this program.
  INTERNAL(false);

  private final boolean retryable;

  FailureKind(boolean retryable) {
    this.retryable = retryable;
  }

  /// Whether the job is retried automatically while attempts are left.
  public boolean retryable() {
    return retryable;
  }
}
