package app.fragments.job;

/// Why a job failed. Each kind has one message and one thing to do now (section 5 of the plan).
public enum FailureKind {
  /// The key was refused.
  AUTH(false),
  /// The quota is used up, or too many requests came at once.
  QUOTA(true),
  /// The generator could not be reached, or broke off.
  NETWORK(true),
  /// It took longer than the job may.
  TIMEOUT(true),
  /// The generator refused the content.
  BLOCKED(false),
  /// The answer was cut off at its greatest length.
  TRUNCATED(true),
  /// The answer was empty.
  EMPTY(true),
  /// The answer could not be read.
  MALFORMED(true),
  /// None of the selected entries is there any more.
  ENTRIES_MISSING(false),
  /// The selection is larger than the generator takes.
  TOO_LARGE(false),
  /// The user cancelled.
  CANCELLED(false),
  /// The workers of this job vanished more often than is allowed.
  WORKER_LOST(false),
  /// The store refused a write.
  STORAGE(true),
  /// A defect of this program.
  INTERNAL(false);

  private final boolean retryable;

  FailureKind(boolean retryable) {
    this.retryable = retryable;
  }

  /// Whether the queue may try again by itself while tries are left.
  public boolean retryable() {
    return retryable;
  }
}
