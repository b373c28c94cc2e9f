package app.fragments.job;

/// Queue items for tests that only need a job in the queue.
public final class QueueItems {
  private QueueItems() {}

  /// For a job that has never run; due at once.
  public static QueueItem fresh(JobId id) {
    return of(id, "ada", Priority.NORMAL);
  }

  public static QueueItem of(JobId id, String userId, Priority priority) {
    return new QueueItem(id, userId, priority, null, 0, 0, 0);
  }

  /// For a job that has run before.
  public static QueueItem again(JobId id, long fencingToken, int attempts, int recoveries) {
    return new QueueItem(id, "ada", Priority.NORMAL, null, fencingToken, attempts, recoveries);
  }
}
